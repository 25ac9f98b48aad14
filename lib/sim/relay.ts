// The relay: polls for rows that were not dispatched, publishes them one by one, and marks each once it is confirmed.
import { CRASH_DELAY, latency } from './latency';
import type { Millis } from './scenario';
import type { Happening, StepKind } from './step';
import type { OutboxRow, Relay, RelayPhase, World } from './world';

export type RelayAction = 'poll' | 'send' | 'arrive' | 'confirm' | 'mark' | 'crash' | 'restart';

/** What ends each phase. */
const NEXT = {
  polling: 'poll',
  preparing: 'send',
  publishing: 'arrive',
  awaiting: 'confirm',
  marking: 'mark',
  crashed: 'restart',
} as const satisfies Record<RelayPhase, RelayAction>;

/** A poll that would find nothing new is no action: so a run comes to rest. */
export function actions(world: World): readonly { readonly type: RelayAction; readonly at: Millis }[] {
  const { relay } = world;
  const crash = relay.crashAt === null ? [] : [{ type: 'crash', at: relay.crashAt } as const];
  if (relay.phase !== 'polling') return [...crash, { type: NEXT[relay.phase], at: relay.dueAt }];
  return relay.refused || !world.outbox.some(isPending)
    ? crash
    : [...crash, { type: 'poll', at: nextPoll(world) }];
}

const isPending = (row: OutboxRow): boolean => row.dispatchedAt === null;

/** The first beat that is not over yet. */
function nextPoll({ relay, scenario, now }: World): Millis {
  const { pollMs } = scenario.relays;
  return relay.dueAt + Math.max(0, Math.ceil((now - relay.dueAt) / pollMs)) * pollMs;
}

/** `… WHERE dispatched_at IS NULL ORDER BY id LIMIT n` */
export function poll(world: World): Happening {
  const limit = world.scenario.relays.batch;
  const rows = world.outbox
    .filter(isPending)
    .slice(0, limit)
    .map((row) => row.id);
  world.relay.batch = rows;
  enter(world, 'preparing', latency(world.random, 'preparing'));
  return { actor: 'relay', kind: 'polled', rows, limit };
}

export function send(world: World): Happening {
  const row = atHand(world);
  world.relay.cut = false;
  enter(world, 'publishing', latency(world.random, 'publishing'));
  return { actor: 'relay', kind: 'sent', event: row.event, row: row.id, copy: row.copies + 1 };
}

/** The confirm is there, or the connection broke and the relay cannot know: then the row stays as it is. */
export function confirm(world: World): Happening {
  const row = atHand(world);
  const carried = { event: row.event, row: row.id, copy: row.copies };
  if (world.relay.cut) {
    giveUp(world);
    return { actor: 'relay', kind: 'unconfirmed', ...carried };
  }
  enter(world, 'marking', latency(world.random, 'marking'));
  return { actor: 'relay', kind: 'confirmed', ...carried };
}

export function mark(world: World): Happening {
  const { relay } = world;
  const row = atHand(world);
  row.dispatchedAt = world.now;
  relay.batch = relay.batch.slice(1);
  if (relay.batch.length === 0) rest(world, world.scenario.relays.pollMs);
  else enter(world, 'preparing', latency(world.random, 'preparing'));
  return { actor: 'relay', kind: 'marked', event: row.event, row: row.id, copy: row.copies };
}

/** At once if a row is published and not marked; otherwise at the next such moment. */
export function arm(world: World): Happening | null {
  const { relay } = world;
  if (relay.armed) return null;
  if (isBetween(relay)) return crash(world);
  relay.armed = true;
  return { actor: 'relay', kind: 'armed' };
}

/** What a step brings upon the relay: a crash that waited for it. */
export function suffer(world: World, kind: StepKind, occurrence: number): void {
  const { relay, scenario } = world;
  const due = scenario.faults.some(
    (fault) => fault.do === 'crash-relay' && fault.at.step === kind && fault.at.occurrence === occurrence,
  );
  const sprung = relay.armed && kind === 'published';
  if (due || sprung) relay.crashAt = world.now + CRASH_DELAY;
  if (sprung) relay.armed = false;
}

export function crash(world: World): Happening {
  const { relay } = world;
  const unmarked = isBetween(relay) ? (relay.batch[0] ?? null) : null;
  relay.batch = [];
  relay.crashAt = null;
  enter(world, 'crashed', latency(world.random, 'restart'));
  return { actor: 'relay', kind: 'crashed', unmarked };
}

export function restart(world: World): Happening {
  rest(world, latency(world.random, 'boot'));
  return { actor: 'relay', kind: 'restarted' };
}

/** Leaves the rows for a later poll. */
export function giveUp(world: World): void {
  world.relay.refused = !world.brokerUp;
  rest(world, world.scenario.relays.pollMs);
}

function rest(world: World, untilPoll: Millis): void {
  world.relay.batch = [];
  enter(world, 'polling', untilPoll);
}

export function enter({ relay, now }: World, phase: RelayPhase, duration: Millis): void {
  relay.phase = phase;
  relay.since = now;
  relay.dueAt = now + duration;
}

/** The broker has the message of the row at hand, and the row does not know it. */
const isBetween = ({ phase }: Relay): boolean => phase === 'awaiting' || phase === 'marking';

/** The row that the relay works on. */
export function atHand({ relay, outbox }: World): OutboxRow {
  const row = outbox.find(({ id }) => id === relay.batch[0]);
  if (row === undefined) throw new Error(`The relay is ${relay.phase} without a row.`);
  return row;
}
