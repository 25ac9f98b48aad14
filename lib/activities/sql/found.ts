import type { Place } from '@/lib/shared/place';
import { failed, passed, sentencesOf } from '../check-result';
import type { DatabaseError, SplitStatement } from '../evidence';
import { filled } from '../placeholders';
import type { CheckResult, Explanation } from '../verdict';
import type { SqlCheck } from './sql-config';

/** What a rule found. */
export type Found =
  | { readonly passed: true; readonly right: string; readonly explanation?: Explanation }
  | ({ readonly passed: false } & Fault);

interface Fault {
  /** Fills `{found}`. */
  readonly found?: string;
  /** Fills `{when}`: how it came about, up to what was found. */
  readonly when?: string;
  /** Fills `{expected}`. */
  readonly expected?: string;
  /** Fills `{statement}` and `{line}`, and is the place unless there is a better one. */
  readonly statement?: SplitStatement;
  readonly place?: Place;
  readonly database?: DatabaseError;
  /** The case in which it was found, in words. */
  readonly inCase?: string | null;
  readonly explanation?: Explanation;
}

export const right = (words: string, explanation?: Explanation): Found => ({
  passed: true,
  right: words,
  ...(explanation !== undefined && { explanation }),
});

export const wrong = (fault: Fault): Found => ({ passed: false, ...fault });

/** Puts a check's words to what its rule found. */
export function resultOf(check: SqlCheck, found: Found): CheckResult {
  const common = { subject: check.about, ...explained(found) };
  if (found.passed) {
    return passed(check.id, filled(check.works ?? '{found}', { found: found.right }), common);
  }
  const { message, ...more } = sentencesOf(check, filler(check, found));
  const where = found.inCase ? `Tried with ${found.inCase}: ` : '';
  return failed(check.id, `${where}${message}`, {
    ...common,
    ...more,
    place: found.place ?? found.statement?.place ?? null,
    database: found.database ?? null,
  });
}

const explained = ({ explanation }: Found): Pick<CheckResult, 'explanation'> =>
  explanation === undefined ? {} : { explanation };

function filler(check: SqlCheck, { found, when, expected, statement }: Fault): (text: string) => string {
  const values: Readonly<Record<string, string>> = {
    found: found ?? '',
    when: when ?? '',
    expected: expected ?? '',
    table: check.table ?? '',
    statement: statement === undefined ? '' : shortened(statement.sql),
    line: statement === undefined ? '' : String(statement.place.line),
  };
  return (text) => filled(text, values);
}

const MOST_LETTERS = 50;

/** Enough of a statement to know it again. */
function shortened(sql: string): string {
  const line = sql.replace(/\s+/g, ' ');
  return line.length <= MOST_LETTERS ? line : `${line.slice(0, MOST_LETTERS - 1)}…`;
}

/** Where in the answer an error is: PostgreSQL counts from the statement's start. */
export function placeOfError({ sql, place }: SplitStatement, { position }: DatabaseError): Place {
  if (position === null) return place;
  const characters = [...sql];
  const before = characters
    .slice(0, position - 1)
    .join('')
    .split('\n');
  const word = /^\w+|^./.exec(characters.slice(position - 1).join(''))?.[0] ?? '';
  const line = place.line + before.length - 1;
  const last = before.at(-1) ?? '';
  const column = before.length === 1 ? place.column + last.length : last.length + 1;
  return { line, column, endLine: line, endColumn: column + word.length };
}
