// What each relay is doing, in a few words.
import { at } from '@/lib/sim/columns';
import { viewRelay } from '@/lib/sim/look/relay-view';
import type { RelayView } from '@/lib/sim/look/view';
import { FIRST_RELAY, KIND } from '@/lib/sim/step';
import { seconds } from '@/lib/sim/tell/clock';
import { memoryOf, nameOf } from '@/lib/sim/tell/words';
import { RELAY, ROW, type World } from '@/lib/sim/world';
import type { Moment } from './lanes';

export interface RelayItem {
  /** Its place, from 1. */
  readonly relay: number;
  readonly name: string;
  readonly title: string;
  readonly detail: string;
  /** What else is to be known of it: a cursor, a claim, a clock that is wrong. Empty where there is nothing. */
  readonly note: string;
  readonly state: 'works' | 'waits' | 'paused' | 'crashed' | 'stopped';
  /** It crashes at its next moment between publish and mark. */
  readonly armed: boolean;
  /** The event at hand, and its row's `id`: also what a crashed relay has published and not marked. */
  readonly event: number | null;
  readonly row: number | null;
}

export const relayItems = (moment: Moment): readonly RelayItem[] =>
  Array.from({ length: moment.world.plan.relays }, (_, relay) => relayItem(moment, relay));

function relayItem(moment: Moment, relay: number): RelayItem {
  const { world } = moment;
  const view = viewRelay(world, () => null, relay);
  const event = view.crashed ? leftBehind(moment, relay) : view.atHand;
  const row = event === null ? null : at(world.events.id, event);
  return {
    relay: relay + 1,
    name: nameOf(view.name),
    ...doingOf(moment, view, row),
    note: noteOf(moment, view, relay),
    armed: view.armed,
    event,
    row,
  };
}

type Doing = Pick<RelayItem, 'title' | 'detail' | 'state'>;

function doingOf({ trace, world }: Moment, view: RelayView, row: number | null): Doing {
  const doing = (state: RelayItem['state'], title: string, detail = ''): Doing => ({ title, detail, state });
  switch (view.phase) {
    case 'polling':
    case 'resting':
      return view.paused ? doing('paused', 'Refused', pauseOf(view)) : doing('waits', ...waiting(trace));
    case 'publishing':
      return doing('works', 'Publishing', `event ${view.atHand}${again(world, view)}${ofBatch(view)}`);
    case 'awaiting':
      return doing('works', 'Awaiting', view.cut ? 'connection lost' : `confirm of ${view.atHand}`);
    case 'marking':
      return doing('works', ...markingOf(trace, row));
    case 'stopped':
      return doing('stopped', 'Stopped', 'until it is started');
    case 'crashed':
      return doing('crashed', 'Crashed', row === null ? 'restarts by itself' : `row ${row} sent, not marked`);
  }
}

/** The broker has had it before. */
const again = ({ notes }: World, { atHand }: RelayView): string =>
  atHand !== null && at(notes.copies, atHand) > 0 ? ' again' : '';

const pauseOf = ({ pausedUntil }: RelayView): string =>
  pausedUntil === null ? 'waits for the broker' : `tries at ${seconds(pausedUntil)}`;

const ofBatch = ({ batch, place }: RelayView): string =>
  batch.length > 1 ? `, ${place + 1} of ${batch.length}` : '';

function waiting({ scenario, path }: Moment['trace']): readonly [string, string] {
  if (scenario.publication === 'cdc') return ['Reading', 'the log'];
  const isHeard = scenario.publication === 'notify';
  const title = isHeard ? 'Listening' : 'Polling';
  // In a found schedule no clock runs.
  if (path !== undefined) return [title, ''];
  return [title, `${isHeard ? 'polls every' : 'every'} ${scenario.relays.pollMs} ms`];
}

function markingOf({ scenario }: Moment['trace'], row: number | null): readonly [string, string] {
  if (memoryOf(scenario) === 'marks') return ['Marking', `row ${row}`];
  return ['Saving', memoryOf(scenario) === 'log' ? 'its place in the log' : `cursor at row ${row}`];
}

function noteOf({ world, trace }: Moment, { skew }: RelayView, relay: number): string {
  if (skew !== 0) return `clock ${skew > 0 ? '+' : '−'}${Math.abs(skew)} ms`;
  const held = at(world.relays.holds, relay) === 1 ? claimOf(world, relay) : '';
  if (held !== '') return held;
  const memory = memoryOf(trace.scenario);
  if (memory === 'marks') return '';
  if (memory === 'log') return `log place ${at(world.cursor.id, 0)}`;
  return trace.scenario.relays.cursor === 'last-id'
    ? `cursor: id ${at(world.cursor.id, 0)}`
    : `cursor: xid ${at(world.cursor.xid, 0)}`;
}

/** The rows that it keeps others from. */
function claimOf({ plan, relays }: World, relay: number): string {
  const size = at(relays.size, relay);
  if (plan.claim === 'none' || size === 0) return '';
  const how = plan.claim === 'skip-locked' ? 'locks' : 'leases';
  return `${how} ${size} ${size === 1 ? 'row' : 'rows'}`;
}

/** Steps that a crash is looked for in. A relay that is down for longer has nothing new to tell. */
const FAR_ENOUGH = 20_000;

/** The event that a crashed relay had published and not marked, unless somebody has marked it since. */
function leftBehind({ trace, count, world }: Moment, relay: number): number | null {
  const { codes } = trace;
  for (let place = count - 1; place >= Math.max(0, count - FAR_ENOUGH); place -= 1) {
    if (at(codes.kind, place) !== KIND.crashed || at(codes.actor, place) !== FIRST_RELAY + relay) continue;
    const event = at(codes.event, place);
    const phase = at(codes.value, place);
    const isSent = phase === RELAY.awaiting || phase === RELAY.marking;
    return isSent && at(world.events.row, event) === ROW.pending ? event : null;
  }
  return null;
}
