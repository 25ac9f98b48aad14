import type { Place } from '@/lib/shared/place';
import type { DatabaseError } from '../evidence';
import type { CheckResult } from '../verdict';
import type { SchemaCheck, SchemaConfig } from './schema-config';

/** What a rule found. A rule that has nothing to judge, because what it is about is missing, gives null. */
export type Found =
  | { readonly passed: true; readonly right: string }
  | { readonly passed: false; readonly failures: readonly Failure[] };

export interface Failure {
  /** A column, or null for the table. */
  readonly subject: string | null;
  readonly place: Place | null;
  /** Fills `{found}`. */
  readonly found?: string;
  readonly database?: DatabaseError;
}

export const right = (words: string): Found => ({ passed: true, right: words });

export const wrong = (...failures: readonly Failure[]): Found => ({ passed: false, failures });

/** Puts a check's words to what its rule found. */
export function resultsOf(
  config: SchemaConfig,
  check: SchemaCheck,
  found: Found | null,
): readonly CheckResult[] {
  if (found === null) return [];
  if (found.passed) return [passedResult(check, found.right)];
  return found.failures.map((failure) => {
    const fill = filler(config, check, failure);
    return {
      id: check.id,
      passed: false,
      subject: failure.subject,
      message: fill(check.says),
      why: check.why === null ? null : fill(check.why),
      hints: check.hints.map(fill),
      place: failure.place,
      database: failure.database ?? null,
    };
  });
}

const passedResult = (check: SchemaCheck, message: string): CheckResult => ({
  id: check.id,
  passed: true,
  subject: check.column,
  message,
  why: null,
  hints: [],
  place: null,
  database: null,
});

function filler(config: SchemaConfig, check: SchemaCheck, failure: Failure): (text: string) => string {
  const column = failure.subject ?? check.column ?? '';
  const expected =
    config.reference.columns.find(({ name }) => name === (check.column ?? column))?.type.sql ?? '';
  const values: Readonly<Record<string, string>> = {
    column,
    expected,
    found: failure.found ?? '',
    table: config.reference.table,
  };
  return (text) => text.replace(/\{(column|expected|found|table)\}/g, (_, key: string) => values[key] ?? '');
}
