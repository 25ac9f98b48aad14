// What a verdict says to a learner: in rows by subject, in one line, and aloud.
import type { CheckResult, Note, Verdict } from '@/lib/activities/verdict';

/** One kind of activity's words for the parts of an answer. */
export interface PartWords {
  readonly one: string;
  readonly many: string;
  /** The answer as a whole. */
  readonly whole: string;
}

/** What is to be mended in one part, in one row. */
export interface Faults {
  readonly subject: string | null;
  readonly checks: readonly CheckResult[];
}

export interface Results {
  readonly faults: readonly Faults[];
  /** Parts in which nothing is wrong. */
  readonly right: readonly string[];
  /** Checks of the whole answer that passed; the first layers go without saying once all of them have, size always. */
  readonly works: readonly CheckResult[];
  readonly notes: readonly Note[];
  /** One of the first layers failed: nothing is known of the parts. */
  readonly unread: boolean;
}

const FIRST_LAYERS: ReadonlySet<string> = new Set(['size', 'yaml', 'shape']);

export function resultsOf({ checks, notes }: Verdict): Results {
  const failed = checks.filter(({ passed }) => !passed);
  const subjects = [...new Set(failed.map(({ subject }) => subject))];
  const unread = failed.some(({ id }) => FIRST_LAYERS.has(id));
  const named = new Set(checks.flatMap(({ subject }) => subject ?? []));
  return {
    faults: subjects.map((subject) => ({
      subject,
      checks: failed.filter((check) => check.subject === subject),
    })),
    right: [...named].filter((subject) => !subjects.includes(subject)),
    works: checks.filter(
      ({ id, passed, subject }) =>
        passed && subject === null && (unread ? id !== 'size' : !FIRST_LAYERS.has(id)),
    ),
    notes,
    unread,
  };
}

/** Tells a result from every other of its verdict: one check may find several faults in one part. */
export const keyOf = ({ id, subject, message, place }: CheckResult): string =>
  JSON.stringify([id, subject, message, place?.line, place?.column]);

/** The line beside the button, such as "4 of 6 columns right · 2 to mend". */
export function summaryOf(verdict: Verdict, words: PartWords): string {
  const { faults, right, unread } = resultsOf(verdict);
  const total = right.length + faults.filter(({ subject }) => subject !== null).length;
  const standing = `${right.length} of ${total} ${total === 1 ? words.one : words.many} right`;
  const toMend = `${faults.length} to mend`;
  return [...(unread || total === 0 ? [] : [standing]), ...(faults.length === 0 ? [] : [toMend])].join(' · ');
}

/** What a screen reader hears when a check ends. */
export function spoken(verdict: Verdict, words: PartWords): string {
  if (verdict.passed) return 'Passed. Everything is as it should be.';
  const sentences = resultsOf(verdict).faults.flatMap(({ subject, checks }) =>
    checks.map(({ message, place }) => {
      const where = place === null ? '' : `, line ${place.line}`;
      return `${subject ?? words.whole}${where}: ${message.replaceAll('`', '')}`;
    }),
  );
  return [`${summaryOf(verdict, words)}.`, ...sentences].join(' ');
}

/** "id, aggregate_id and payload", as a sentence lists them. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
