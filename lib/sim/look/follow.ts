// Follows the copies of events through the steps of a trace: who was given which, and what was made of it.

import type { Step } from '../step';
import { breakConnections, miss, trim } from './losses';
import { close, find, lose, open, setDead, settle, takeOut } from './outcomes';
import {
  type Copy,
  groupOf,
  type Outcome,
  type Passage,
  type Standing,
  standingOf,
  wantedBy,
} from './passage';
import { redrive, replay } from './repeats';

/** Takes one more step; `actor` is the code of whoever did it. */
export function follow(passage: Passage, step: Step, actor: number) {
  passage.touched = step.event > 0 ? [step.event] : [...step.events];
  switch (step.kind) {
    case 'inserted':
    case 'committed':
      return write(passage, step);
    case 'published':
      return publish(passage, step);
    case 'delivered':
    case 'redelivered':
      return deliver(passage, step, actor);
    case 'recorded':
      standingOf(passage, groupOf(passage, actor), step.event).recorded = true;
      return;
    case 'applied':
    case 'skipped':
    case 'dead-lettered':
    case 'parked':
      return handle(passage, step, actor);
    case 'acked':
    case 'requeued':
      return letGo(passage, step, actor);
    case 'redriven':
      return redrive(passage, groupOf(passage, actor));
    case 'replayed':
      return replay(passage, step, groupOf(passage, actor));
    case 'missed':
      return miss(passage, step, groupOf(passage, actor));
    case 'trimmed':
      return trim(passage, step);
    case 'consumer-crashed':
      passage.hands.delete(actor);
      return;
    case 'broker-down':
    case 'broker-restarted':
      return breakConnections(passage, step);
    default:
      return;
  }
}

/** Where the table is the queue, its broker has the event with the commit. */
function write(passage: Passage, step: Step): void {
  const { wanted, trace } = passage;
  const { event, value, kind } = step;
  if (value > 0) wanted[event] ??= wantedBy(trace.scenario, value);
  const isQueued = kind === 'committed' && trace.scenario.broker.kind === 'outbox';
  if (isQueued) open(passage, step, 1, wanted[event] ?? []);
}

function publish(passage: Passage, step: Step): void {
  const { wanted, missed, consumers } = passage;
  const { event, value, at } = step;
  const one = open(passage, step, value, wanted[event] ?? []);
  for (const [group, { name, count }] of consumers.entries()) {
    const absent = missed.get(`${group}/${event}/${value}`) ?? 0;
    if (absent >= count && one.owed[group] === true)
      lose(passage, one, group, { by: name, at, outcome: 'missed' });
  }
}

function deliver(passage: Passage, step: Step, actor: number): void {
  const { hands } = passage;
  const { kind, event, value } = step;
  const group = groupOf(passage, actor);
  const one = find(passage, event, value, group) ?? open(passage, step, Math.max(1, value), [group]);
  // It went back to the broker, from whomever it was with.
  if (kind === 'redelivered') {
    for (const other of hands.keys()) if (groupOf(passage, other) === group) takeOut(passage, other, one);
  }
  const hand = hands.get(actor) ?? [];
  hand.push(one);
  hands.set(actor, hand);
  standingOf(passage, group, event).last = one;
  if (isEager(passage)) settle(passage, one, group);
}

/** Offsets are committed as records are handed out: nobody waits for an acknowledgement. */
const isEager = ({ trace }: Passage): boolean => {
  const { kind, commit } = trace.scenario.broker;
  return kind === 'kafka' && commit === 'before';
};

function handle(passage: Passage, step: Step, actor: number): void {
  const { kind, event, value, actor: by, at } = step;
  const group = groupOf(passage, actor);
  const standing = standingOf(passage, group, event);
  const one = heldBy(passage, actor, event) ?? standing.last;
  stand(passage, standing, step);
  if (one === null) return;
  const outcome = kind === 'applied' && value > 1 ? 'doubled' : (kind as Outcome);
  close(passage, one, group, { by, at, outcome });
  const isRejected = passage.rejects && (kind === 'dead-lettered' || kind === 'parked');
  if (!(passage.settles || isRejected)) return;
  settle(passage, one, group);
  takeOut(passage, actor, one);
}

/** What the group makes of the event, whichever copy it came in. */
function stand(passage: Passage, standing: Standing, { kind, value }: Step) {
  if (kind === 'dead-lettered') return setDead(passage, standing, 'dead');
  if (kind === 'parked') return setDead(passage, standing, standing.dead === 'dead' ? 'dead' : 'parked');
  if (standing.handled) passage.duplicates += 1;
  standing.handled = true;
  if (kind === 'applied') standing.effects = value;
}

const heldBy = ({ hands }: Passage, actor: number, event: number): Copy | null =>
  hands.get(actor)?.find((held) => held.event === event) ?? null;

/** Out of the hand: acknowledged, or to be handed out later. */
function letGo(passage: Passage, { kind, event, value }: Step, actor: number): void {
  const hand = passage.hands.get(actor) ?? [];
  const numbered = kind === 'acked' && value > 0;
  const group = groupOf(passage, actor);
  const one =
    hand.find((held) => held.event === event && (!numbered || held.copy === value)) ??
    // Another has claimed it in the meantime: the ack counts all the same.
    (numbered ? find(passage, event, value, group) : undefined);
  if (one === undefined) return;
  takeOut(passage, actor, one);
  if (kind === 'acked') settle(passage, one, group);
}
