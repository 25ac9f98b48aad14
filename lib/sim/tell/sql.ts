// The SQL that each step stands for: the very text that runs in the database is the one that people read. Its tables
// and names are the lesson's.
import type { Millis, Scenario } from '../scenario/scenario';
import type { Step } from '../step';
import {
  effectOf,
  groupOf,
  letterOf,
  markOfConsumer,
  noteOf,
  redriveOf,
  reopenOf,
  takeOf,
} from './sql-consumers';
import { writesOf } from './sql-orders';
import { markOf, pollOf, purgeOf, releaseOf, saveOf, setAsideOf } from './sql-relays';
import { hasLeases, hasLocks, isPolled } from './sql-tables';

/** What went before a step and shows in its SQL. `replay.ts` finds it in a trace; without it the SQL is a sketch. */
export interface Past {
  /** Where the transaction that ends with this step wrote its rows. */
  readonly inserted?: Step;
  /** The transaction wrote and committed in this one step: where time is erased, and it runs alone. */
  readonly whole?: true;
  /** The version of the step's event. */
  readonly version?: number;
  /** Until when nobody takes the row again. */
  readonly until?: Millis;
  /** What the relay's own clock shows, where its leases are held against that. */
  readonly clock?: Millis;
  /** The relay that gives up what it has leased, and those rows. */
  readonly released?: { readonly relay: string; readonly rows: readonly number[] };
}

/**
 * The statements of the transaction that ended with this step, whole; a poll is one that only reads, or leases.
 * Null if none did.
 */
export function transactionOf(step: Step, scenario: Scenario, past: Past = {}): readonly string[] | null {
  switch (step.kind) {
    case 'committed':
      return ['BEGIN', ...writesOf(past.inserted ?? step, scenario), 'COMMIT'];
    case 'rolled-back':
      return ['BEGIN', ...writesOf(past.inserted ?? step, scenario), 'ROLLBACK'];
    case 'service-crashed':
      return past.inserted === undefined ? null : ['BEGIN', ...writesOf(past.inserted, scenario), 'ROLLBACK'];
    case 'purged':
      return [purgeOf(step)];
    default:
      return groupOf(step, scenario) === undefined
        ? transactionOfRelay(step, scenario, past)
        : transactionOfConsumer(step, scenario, past);
  }
}

function transactionOfRelay(step: Step, scenario: Scenario, past: Past): readonly string[] | null {
  if (!isPolled(scenario)) return null;
  const released = past.released === undefined ? [] : [releaseOf(past.released.relay, past.released.rows)];
  switch (step.kind) {
    case 'polled':
      return [pollOf(step, scenario, past.clock)];
    case 'marked':
      return hasLocks(scenario) ? ['BEGIN', markOf(step, scenario), 'COMMIT'] : [markOf(step, scenario)];
    case 'mark-refused':
      return [markOf(step, scenario), ...released];
    case 'saved':
      return [saveOf(step, scenario), ...released];
    case 'failed-to-publish':
    case 'gave-up':
      return [setAsideOf(step, scenario, past.until), ...released];
    case 'refused':
    case 'unconfirmed':
      return released.length === 0 ? null : released;
    default:
      return null;
  }
}

function transactionOfConsumer(step: Step, scenario: Scenario, past: Past): readonly string[] | null {
  const group = groupOf(step, scenario);
  if (group === undefined) return null;
  switch (step.kind) {
    case 'recorded':
      return [noteOf(step, scenario, group)];
    case 'applied': {
      const effect = effectOf(step, scenario, group);
      return step.dedup === 'same-transaction'
        ? ['BEGIN', noteOf(step, scenario, group), effect, 'COMMIT']
        : [effect];
    }
    case 'skipped':
      return group.dedup === 'before'
        ? [noteOf(step, scenario, group)]
        : ['BEGIN', noteOf(step, scenario, group), 'COMMIT'];
    case 'dead-lettered':
    case 'parked':
      return [letterOf(step, scenario, group)];
    case 'redriven':
      return scenario.broker.kind === 'outbox' && group.onPoison === 'skip'
        ? ['BEGIN', reopenOf(group, scenario), redriveOf(group), 'COMMIT']
        : [redriveOf(group)];
    case 'marked':
      return [markOfConsumer(step, scenario, group, past.version)];
    default:
      return null;
  }
}

/** What a reader is shown for a step; null where no SQL was involved. */
export function sqlOf(step: Step, scenario: Scenario, past: Past = {}): string | null {
  const statements = shownOf(step, scenario, past);
  return statements === null ? null : withNote(step, script(statements), scenario);
}

function shownOf(step: Step, scenario: Scenario, past: Past): readonly string[] | null {
  const locks = hasLocks(scenario);
  switch (step.kind) {
    case 'inserted':
      return ['BEGIN', ...writesOf(step, scenario)];
    case 'committed':
      return past.whole === true ? transactionOf(step, scenario, past) : ['COMMIT'];
    case 'rolled-back':
      return past.whole === true ? transactionOf(step, scenario, past) : ['ROLLBACK'];
    case 'service-crashed':
      return null;
    case 'polled':
      return locks ? ['BEGIN', pollOf(step, scenario)] : transactionOf(step, scenario, past);
    case 'marked':
      return locks ? [markOf(step, scenario), 'COMMIT'] : transactionOf(step, scenario, past);
    case 'delivered':
      return scenario.broker.kind === 'outbox' ? taken(step, scenario) : null;
    default:
      return transactionOf(step, scenario, past);
  }
}

function taken(step: Step, scenario: Scenario): readonly string[] | null {
  const group = groupOf(step, scenario);
  return group === undefined ? null : ['BEGIN', takeOf(group, scenario)];
}

/** What PostgreSQL answered, where the statement does not say it. */
function withNote({ kind }: Step, text: string, scenario: Scenario): string {
  const end = text.indexOf(';', kind === 'skipped' && text.startsWith('BEGIN;') ? 'BEGIN;'.length : 0);
  const noted = (words: string) => `${text.slice(0, end + 1)}  -- 0 rows: ${words}${text.slice(end + 1)}`;
  if (kind === 'skipped') return noted('the id is known');
  return kind === 'mark-refused' && hasLeases(scenario) ? noted('the lease is another’s by now') : text;
}

const script = (statements: readonly string[]): string => statements.map((sql) => `${sql};`).join('\n');
