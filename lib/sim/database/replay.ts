// A trace in a real database: each transaction whole at the moment of its end, and what the tables held after it.
import type { Statement } from '@/lib/activities/evidence';
import { at, timeAt } from '../columns';
import type { Scenario } from '../scenario/scenario';
import { KIND, type Step } from '../step';
import { pastOf } from '../tell/past';
import { transactionOf } from '../tell/sql';
import { claimOf } from '../tell/sql-relays';
import { hasLeases, tablesOf } from '../tell/sql-tables';
import { stepAt, type Trace } from '../trace';
import { lookAt } from './recorded';
import { givenTo, noticeService, type Service, serviceAtStart } from './replay-order';

/** One transaction of the trace, or a poll. Uncommitted rows are the model's alone: the database sees only this. */
export interface Transaction {
  /** Its place among the trace's transactions, from 1. */
  readonly number: number;
  /** How many steps have happened once it ended. */
  readonly after: number;
  readonly statements: readonly Statement[];
  /** The ids of the rows that the model's relay found, if this is a poll. */
  readonly found?: readonly number[];
  /** What it finds depends on transactions that were open, which one session does not have: the model decides. */
  readonly alone?: true;
}

/** The tables beside the outbox, which must be there already, and the columns that it lacks. */
export const setUp = (scenario: Scenario): readonly Statement[] =>
  ["SET TIME ZONE 'UTC'", ...tablesOf(scenario)].map((sql, index) => ({ id: `set-up/${index}`, sql }));

/** Every transaction that ended, committed or rolled back, and every poll, each followed by a look at the tables. */
export function transactions(trace: Trace): readonly Transaction[] {
  const found: Transaction[] = [];
  const service = serviceAtStart();
  for (let place = 0; place < trace.length; place += 1) {
    const first = place;
    place = endOfStretch(trace, first);
    const number = found.length + 1;
    const statements: Statement[] = [];
    for (let each = first; each <= place; each += 1) {
      for (const { name, sql } of scriptAt(trace, each, service))
        statements.push({ id: `${number}/${name}/${statements.length}`, sql });
    }
    if (statements.length === 0) continue;
    const looks = lookAt(number, trace.scenario);
    const step = stepAt(trace, first);
    found.push({
      number,
      after: place + 1,
      statements: [...statements, ...looks],
      ...(step.kind === 'polled' && { found: step.rows }),
      ...(isAlone(step, trace.scenario, service) && { alone: true }),
    });
  }
  return found;
}

/** Steps that one action brings are one transaction here: nobody can look in between. */
function endOfStretch(trace: Trace, from: number): number {
  const { codes, scenario, length } = trace;
  const goesOn = (kind: number): boolean =>
    kind === KIND.applied ||
    kind === KIND.redriven ||
    kind === KIND.missed ||
    (kind === KIND.marked && scenario.broker.kind === 'outbox');
  let last = from;
  if (!BY_CONSUMERS.has(at(codes.kind, from))) return last;
  while (
    last + 1 < length &&
    goesOn(at(codes.kind, last + 1)) &&
    timeAt(codes.at, last + 1) <= timeAt(codes.at, last) + 1
  )
    last += 1;
  return last;
}

const BY_CONSUMERS: ReadonlySet<number> = new Set([
  KIND.redriven,
  // A learner's consumer commits the id with its effect.
  KIND.recorded,
  KIND.applied,
  KIND.skipped,
  KIND['dead-lettered'],
  KIND.parked,
]);

interface Part {
  /** The kind of the step, or `given` for what only the replay needs. */
  readonly name: string;
  readonly sql: string;
}

/** What runs for the step at a place: its transaction, with the model's numbers where the order of commits gives others. */
function scriptAt(trace: Trace, place: number, service: Service): readonly Part[] {
  const { scenario } = trace;
  noticeService(trace, place, service);
  if (!TOLD.has(at(trace.codes.kind, place))) return [];
  const step = stepAt(trace, place);
  const past = pastOf(trace, place);
  if (isAlone(step, scenario, service))
    return [{ name: step.kind, sql: claimOf(step, scenario, past.clock) }];
  const script = transactionOf(step, scenario, past);
  if (script === null) return [];
  const { before, last } = givenTo(step, scenario, service);
  const parts = script.map((sql) => ({ name: step.kind, sql }));
  const given = (sql: string) => ({ name: 'given', sql });
  return [...before.map(given), ...parts.slice(0, -1), ...last.map(given), ...parts.slice(-1)];
}

/** The kinds of steps that can come with a transaction. */
const TOLD: ReadonlySet<number> = new Set(
  (
    [
      'committed',
      'rolled-back',
      'service-crashed',
      'polled',
      'marked',
      'mark-refused',
      'saved',
      'refused',
      'unconfirmed',
      'failed-to-publish',
      'gave-up',
      'purged',
      'recorded',
      'applied',
      'skipped',
      'dead-lettered',
      'parked',
      'redriven',
    ] as const
  ).map((kind) => KIND[kind]),
);

/** A fence stands at an open transaction, and with it what a lease is given for. */
const isAlone = (step: Step, scenario: Scenario, { open, held }: Service): boolean =>
  step.kind === 'polled' &&
  hasLeases(scenario) &&
  scenario.relays.cursor === 'xmin-fence' &&
  (open.size > 0 || held);

/** How many transactions two traces have in common from the start: what a database need not undo. */
export function commonStart(some: readonly Transaction[], others: readonly Transaction[]): number {
  const differs = some.findIndex((transaction, index) => textOf(transaction) !== textOf(others[index]));
  return differs === -1 ? some.length : differs;
}

const textOf = (transaction: Transaction | undefined): string | undefined =>
  transaction?.statements.map(({ sql }) => sql).join(';');
