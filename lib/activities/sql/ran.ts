// What came of one run of an answer: whole, or up to the statement after which the connection was lost.
import type { Explored } from '@/lib/sim/explore/explored';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { DatabaseError, DatabaseFinding, Outcome, Row, SplitStatement } from '../evidence';
import type { Tries } from './claims/tries';
import type { SqlCase, SqlCheck, SqlConfig } from './sql-config';

export interface Ran {
  readonly case: SqlCase;
  /** How many of the answer's statements were sent before the connection was lost; null: all of them. */
  readonly crashedAfter: number | null;
  /** The first of them that PostgreSQL refused. */
  readonly refused: { readonly statement: SplitStatement; readonly error: DatabaseError } | null;
  /** A transaction was open when the connection ended. */
  readonly leftOpen: boolean;
  /** The rows of a table before and after, as everybody else sees them. */
  readonly before: (table: string) => readonly Row[];
  readonly after: (table: string) => readonly Row[];
  /** What a check looked at, after the connection had ended. */
  readonly looked: (check: SqlCheck) => readonly Outcome[];
}

/** Everything that is known when rules judge. */
export interface Context {
  readonly config: SqlConfig;
  readonly statements: readonly SplitStatement[];
  /** A whole run for each case, in their order. */
  readonly runs: readonly Ran[];
  /** Those of the first case that were cut short, by the number of their statements. */
  readonly crashes: readonly Ran[];
  /** Of a claim: what became of it; null where answers are none, or several statements. */
  readonly tries: Tries | null;
  /** Of a claim: every order of things in the model; null while it was not asked. */
  readonly model: { readonly scenario: Scenario; readonly explored: Explored } | null;
}

/** Names of outcomes: what was run and, within it, what of it. */
export const runName = (place: number, crashedAfter: number | null): string =>
  crashedAfter === null ? `case.${place}` : `crash.${crashedAfter}`;

export function ranOf(
  { outcomes }: DatabaseFinding,
  statements: readonly SplitStatement[],
  sqlCase: SqlCase,
  name: string,
  crashedAfter: number | null,
): Ran {
  const found = (part: string): Outcome | undefined => outcomes.find(({ id }) => id === `${name}.${part}`);
  const rowsAt = (part: string): readonly Row[] => {
    const outcome = found(part);
    return outcome?.ok ? outcome.rows : [];
  };
  const open = found('open');
  return {
    case: sqlCase,
    crashedAfter,
    refused: refusedIn(statements, (place) => found(`statement.${place}`)),
    // A failed transaction is open as well, and answers nothing else.
    leftOpen: open?.ok === false || rowsAt('open')[0]?.['open'] === true,
    before: (table) => rowsAt(`before.${table}`),
    after: (table) => rowsAt(`after.${table}`),
    looked: ({ id }) => outcomes.filter((outcome) => outcome.id.startsWith(`${name}.look.${id}.`)),
  };
}

function refusedIn(
  statements: readonly SplitStatement[],
  outcomeAt: (place: number) => Outcome | undefined,
): Ran['refused'] {
  for (const [place, statement] of statements.entries()) {
    const outcome = outcomeAt(place);
    if (outcome?.ok === false) return { statement, error: outcome.error };
  }
  return null;
}
