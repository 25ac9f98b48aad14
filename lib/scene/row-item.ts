// One row of the table, with what is known of it.
import type { Row } from '@/lib/activities/evidence';
import { marksOf } from '@/lib/sim/brokers/outbox/view';
import { isPassed } from '@/lib/sim/look/row-window';
import type { RowView } from '@/lib/sim/look/view';
import type { Whereabouts } from '@/lib/sim/look/whereabouts';
import { seconds, wallTime } from '@/lib/sim/tell/clock';
import type { Moment } from './lanes';
import { type Meaning, meanings } from './meanings';

export interface RowItem {
  readonly id: string;
  readonly event: number;
  readonly eventType: string;
  /** The order and its version: `order 2 v1`. */
  readonly about: string;
  /** `NULL`, a time of day, or what becomes of a row that is not committed. Empty where the table has no such column. */
  readonly dispatchedAt: string;
  /** What keeps it, in a few words; empty where nothing does. */
  readonly note: string;
  readonly state: 'open' | 'gone' | 'committed';
  readonly meaning: Meaning | null;
  /** A relay works on it, or left it behind when it crashed. */
  readonly current: boolean;
  /** For those who cannot see it: the whole row in words. */
  readonly words: string;
}

const FATES: { readonly [Where in Whereabouts]: Meaning | null } = {
  had: 'delivered',
  'had-twice': 'duplicate',
  dead: 'dead',
  carried: 'flight',
  unwanted: null,
  nowhere: 'lost',
};

/** A committed row. */
export function rowItem(moment: Moment, row: RowView, where: Whereabouts, current: boolean): RowItem {
  const meaning = meaningOf(moment, row, where);
  const hasTimes = moment.trace.scenario.publication !== 'dual-write';
  const time = row.dispatched ? dispatchTime(row) : 'NULL';
  return finished({
    ...common(row),
    dispatchedAt: hasTimes ? time : '',
    note: noteOf(moment, row, where),
    state: 'committed',
    meaning,
    current,
  });
}

/** Where time is erased it is known only that it was. */
const dispatchTime = ({ dispatchedAt }: RowView): string =>
  dispatchedAt === null ? 'set' : wallTime(dispatchedAt);

const common = ({ id, event, type, aggregate, version }: RowView) => ({
  id: String(id),
  event,
  eventType: type,
  about: `order ${aggregate}${version === null ? '' : ` v${version}`}`,
});

const finished = (row: Omit<RowItem, 'words'>): RowItem => ({ ...row, words: wordsOf(row) });

function wordsOf({ id, eventType, about, dispatchedAt, note, meaning }: Omit<RowItem, 'words'>): string {
  const told = [
    meaning === null ? '' : meanings[meaning].label,
    note,
    dispatchedAt && `dispatched_at ${dispatchedAt}`,
  ];
  return [`Row ${id}, ${eventType} of ${about}`, ...told.filter((part) => part !== '')].join(', ');
}

export const openRow = (row: RowView): RowItem =>
  finished({
    ...common(row),
    dispatchedAt: 'uncommitted',
    note: '',
    state: 'open',
    meaning: null,
    current: false,
  });

export const goneRow = (row: RowView): RowItem =>
  finished({
    ...common(row),
    dispatchedAt: 'rolled back',
    note: '',
    state: 'gone',
    meaning: null,
    current: false,
  });

/** The row as PostgreSQL gave it back; meaning and note are the model's. */
export function readRow(row: Row, known: RowItem | undefined): RowItem {
  const id = String(row['id']);
  return finished({
    id,
    event: known?.event ?? 0,
    eventType: String(row['event_type'] ?? ''),
    about: known?.about ?? '',
    dispatchedAt: timeOfDay(row['dispatched_at']),
    note: known?.note ?? '',
    state: 'committed',
    meaning: known?.meaning ?? null,
    current: known?.current ?? false,
  });
}

/**
 * To the millisecond, as the log has it. PostgreSQL leaves out zeros at the end of a fraction; a column of times is
 * easier to read with them.
 */
function timeOfDay(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  const time = /(\d\d:\d\d:\d\d)(?:\.(\d+))?/.exec(String(value));
  if (time === null) return String(value);
  return `${time[1]}.${(time[2] ?? '').padEnd(3, '0').slice(0, 3)}`;
}

function meaningOf({ world, trace }: Moment, row: RowView, where: Whereabouts): Meaning | null {
  if (row.state === 'dead') return 'dead';
  if (trace.scenario.publication === 'dual-write') {
    if (where !== 'nowhere') return FATES[where];
    return Array.from(world.sessions.event).includes(row.event) ? 'pending' : 'lost';
  }
  if (!(row.dispatched || isPassed(world, row.event))) return 'pending';
  // Marked before it is sent: it has still to go.
  if (where === 'nowhere' && isInHand(world, row.event)) return 'flight';
  return FATES[where];
}

/** A relay has it in its batch. */
function isInHand({ relays, plan }: Pick<Moment['world'], 'relays' | 'plan'>, event: number): boolean {
  const room = plan.relays === 0 ? 0 : relays.batch.length / plan.relays;
  return Array.from({ length: plan.relays }, (_, relay) => relay).some((relay) =>
    relays.batch
      .subarray(relay * room + (relays.place[relay] ?? 0), relay * room + (relays.size[relay] ?? 0))
      .includes(event),
  );
}

function noteOf(moment: Moment, row: RowView, where: Whereabouts): string {
  const { world, trace } = moment;
  const { broker, publication } = trace.scenario;
  if (row.state === 'dead') return `given up after ${row.attempts}`;
  if (broker.kind === 'outbox') return marksIn(world, row.event);
  if (publication === 'dual-write') return row.copies > 0 ? 'published' : 'not published';
  if (row.dispatched) return row.copies === 0 && where === 'nowhere' ? 'never published' : '';
  return pendingNote(moment, row);
}

/** What keeps a row that has not been marked. */
function pendingNote({ world, trace }: Moment, row: RowView): string {
  if (isPassed(world, row.event))
    return trace.scenario.publication === 'cdc' ? 'log is past it' : 'cursor is past it';
  if (row.heldBy !== null) return `held by ${row.heldBy}`;
  if (row.notBefore !== null) return `retry at ${seconds(row.notBefore)}`;
  return row.copies > 0 ? `sent ${row.copies === 1 ? 'once' : `${row.copies} times`}` : '';
}

/** What each group has noted in its own column of the table. */
function marksIn(world: Moment['world'], event: number): string {
  const marks = marksOf(world, event).filter(({ mark }) => mark !== 'waiting');
  const isAlone = world.plan.groups.length === 1;
  return marks.map(({ group, mark }) => (isAlone ? mark : `${group} ${mark}`)).join(', ');
}
