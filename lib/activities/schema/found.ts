import type { Place } from '@/lib/shared/place';
import { failed, passed, sentencesOf } from '../check-result';
import type { DatabaseError } from '../evidence';
import { filled } from '../placeholders';
import type { CheckResult } from '../verdict';
import { type Cast, labelOfPart } from './casting';
import { referenceText } from './reference-text';
import type { SchemaCheck, SchemaConfig } from './schema-config';

/** What a rule found. A rule that has nothing to judge, because what it is about is missing, gives null. */
export type Found =
  | { readonly passed: true; readonly right: string }
  | { readonly passed: false; readonly failures: readonly Failure[] };

export interface Failure {
  /** A column as the learner reads it, or null for the table. */
  readonly subject: string | null;
  readonly place: Place | null;
  /** Fills `{found}`. */
  readonly found?: string;
  /** Fills `{expected}`, where the learner has other names for it than the reference. */
  readonly expected?: string;
  /** Of a probe: the key of the column that it is about, to be marked. */
  readonly key?: string;
  readonly database?: DatabaseError;
}

export const right = (words: string): Found => ({ passed: true, right: words });

export const wrong = (...failures: readonly Failure[]): Found => ({ passed: false, failures });

/** Puts a check's words to what its rule found. */
export function resultsOf(
  config: SchemaConfig,
  check: SchemaCheck,
  cast: Cast,
  found: Found | null,
): readonly CheckResult[] {
  if (found === null) return [];
  const subject = check.column === null ? null : labelOfPart(config, cast, check.column);
  if (found.passed) return [passed(check.id, found.right, { subject })];
  const words = { table: config.anyTable ? cast.table.table : cast.asked.table };
  return found.failures.map((failure) => {
    const expected = expectedOf(check, cast, failure.subject);
    return failedResult(check, failure, { column: subject ?? '', expected, ...words });
  });
}

/** A table that nobody wrote: only its name can be told. */
export const missingTable = (check: SchemaCheck, table: string, place: Place): CheckResult =>
  failedResult(check, { subject: table, place }, { column: '', expected: '', table });

interface Words {
  readonly column: string;
  readonly expected: string;
  readonly table: string;
}

function failedResult(check: SchemaCheck, failure: Failure, words: Words): CheckResult {
  const values: Readonly<Record<string, string>> = {
    ...words,
    column: failure.subject ?? words.column,
    found: failure.found ?? '',
    expected: failure.expected ?? words.expected,
  };
  const fill = (text: string) => filled(text, values);
  const { message, ...more } = sentencesOf(check, fill);
  const { subject, place, database = null } = failure;
  return failed(check.id, message, { ...more, subject, place, database });
}

/** The type in the reference, of the rules about foreign keys the column that one must lead to. */
function expectedOf({ rule, column }: SchemaCheck, { asked }: Cast, subject: string | null): string {
  const model = asked.columns.find(({ name }) => name === (column ?? subject));
  if (rule === 'foreign-key' || rule === 'refuses-orphans') return referenceText(model?.references ?? null);
  return model?.type.sql ?? '';
}
