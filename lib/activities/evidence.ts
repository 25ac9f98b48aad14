// What a kind of activity may ask for before it grades, and what comes back: both plain data, so that the same
// question is answered by the workers of a page and by Node.

import type { Json } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import type { Explored } from '@/lib/sim/explore/explored';
import type { RunOutcome } from '@/lib/sim/look/run-outcome';
import type { CalledRound } from '@/lib/sim/process/called-process';
import type { ProcessKind } from '@/lib/sim/process/process-fault';
import type { Remembered } from '@/lib/sim/process/remembered';
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';

export type SqlValue = string | number | boolean | null;

/** One statement. Statements run in order in one session; a failing one does not stop the next. */
export interface Statement {
  /** Names the outcome. */
  readonly id: string;
  readonly sql: string;
  readonly params?: readonly SqlValue[];
  /** Every n of a `$n` that it does not use though it uses a higher one: PostgreSQL could not tell the type of these. */
  readonly unused?: readonly number[];
  /** Once a statement of a group has failed, the rest of the group is left out: it has no outcome. */
  readonly group?: string;
  /** It is a script: several statements that end at the first that fails. Takes no parameters and gives no rows. */
  readonly script?: true;
}

/** PostgreSQL's own error, whole. */
export interface DatabaseError {
  /** SQLSTATE, such as 23505; null when the server gave none. */
  readonly code: string | null;
  readonly message: string;
  readonly detail: string | null;
  readonly hint: string | null;
  /** Where in the statement, in characters from 1. */
  readonly position: number | null;
}

/** Columns come back by name, values as JSON; a bigint or a time is text, as PostgreSQL writes it. */
export type Row = { readonly [column: string]: Json };

export type Outcome =
  | { readonly id: string; readonly ok: true; readonly rows: readonly Row[] }
  | { readonly id: string; readonly ok: false; readonly error: DatabaseError };

/** Asks for a fresh, empty database in which the statements run in order. */
interface DatabaseQuestion {
  readonly ask: 'database';
  readonly id: string;
  readonly statements: readonly Statement[];
}

/** Asks PostgreSQL's own parser where one statement ends and the next begins. */
interface StatementsQuestion {
  readonly ask: 'statements';
  readonly id: string;
  readonly sql: string;
}

/** A learner's relay or consumer: one round, as JavaScript whose types have been taken away line by line. */
export interface Program {
  readonly role: ProcessKind;
  readonly code: string;
}

/** Asks for one run in time. */
interface RunQuestion {
  readonly ask: 'run';
  readonly id: string;
  readonly scenario: Scenario;
  /** What people do to it. */
  readonly commands?: readonly Command[];
  /** Takes the place of the scenario's relays or consumers. */
  readonly program?: Program;
  /** Steps after which it is stopped, unfinished; left out: more than any page plays. */
  readonly steps?: number;
}

/** Asks for every order of things within the scenario's budgets. */
interface SchedulesQuestion {
  readonly ask: 'schedules';
  readonly id: string;
  readonly scenario: Scenario;
  readonly program?: Program;
  /** Takes their place as well: a round that was put together from calls, without a program. */
  readonly called?: CalledRound;
}

/** What a kind may ask for. The id names the finding; it is unique among all that an answer asks. */
export type Question = DatabaseQuestion | StatementsQuestion | RunQuestion | SchedulesQuestion;

export interface DatabaseFinding {
  readonly ask: 'database';
  readonly id: string;
  readonly outcomes: readonly Outcome[];
}

/** One statement of a text, without what stands between it and the next. */
export interface SplitStatement {
  readonly sql: string;
  /** The first word of its node in PostgreSQL's tree: `InsertStmt`, `TransactionStmt`. */
  readonly node: string;
  /** The nodes of all statements that it holds, itself first: those in a `WITH` and behind an `EXPLAIN` too. */
  readonly nodes: readonly string[];
  /** Every n of a `$n` in it, in ascending order. */
  readonly parameters: readonly number[];
  readonly place: Place;
}

export interface StatementsFinding {
  readonly ask: 'statements';
  readonly id: string;
  /** Null where the text is no SQL: then the error says where. */
  readonly statements: readonly SplitStatement[] | null;
  readonly error: DatabaseError | null;
}

export interface RunFinding {
  readonly ask: 'run';
  readonly id: string;
  readonly outcome: RunOutcome;
  /** What the program did in it; left out where none took part. */
  readonly did?: Remembered;
}

export interface SchedulesFinding {
  readonly ask: 'schedules';
  readonly id: string;
  readonly explored: Explored;
}

/** The answer itself is why there is nothing: it took too long and was stopped, or something died under it. */
export interface NoFinding {
  readonly ask: 'none';
  readonly id: string;
  readonly why: 'overdue' | 'died';
  /** For the learner: what happened, and what to look for. */
  readonly words: string;
}

/** What was found out. */
export type Finding = DatabaseFinding | StatementsFinding | RunFinding | SchedulesFinding;

/** The finding of a question that was asked and answered; anything else is a mistake of ours. */
export function findingOf<Ask extends Finding['ask']>(
  findings: readonly Finding[],
  ask: Ask,
  id: string,
): Extract<Finding, { readonly ask: Ask }> {
  const found = findings.find((finding) => finding.ask === ask && finding.id === id);
  if (found === undefined) throw new Error(`Nothing was found for ${ask} ${id}.`);
  return found as Extract<Finding, { readonly ask: Ask }>;
}

/** Whether a question was answered yet. */
export const isFound = (findings: readonly Finding[], id: string): boolean =>
  findings.some((finding) => finding.id === id);
