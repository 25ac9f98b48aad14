// What a kind of activity may ask for before it grades, and what comes back: both plain data, so that the same
// request is served by the database in the page and by the one in Node.

export type SqlValue = string | number | boolean | null;

/** One statement. Statements run in order in one session; a failing one does not stop the next. */
export interface Statement {
  /** Names the outcome. */
  readonly id: string;
  readonly sql: string;
  readonly params?: readonly SqlValue[];
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
export type Row = { readonly [column: string]: import('@/lib/shared/json').Json };

export type Outcome =
  | { readonly id: string; readonly ok: true; readonly rows: readonly Row[] }
  | { readonly id: string; readonly ok: false; readonly error: DatabaseError };

/** Asks for a fresh, empty database in which the statements run in order. */
export interface EvidenceRequest {
  readonly source: 'database';
  readonly statements: readonly Statement[];
}

export interface Evidence {
  readonly source: 'database';
  readonly outcomes: readonly Outcome[];
}
