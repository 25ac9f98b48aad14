// What a verdict says to a learner: in rows by subject, in one line, and aloud.
import { LIMIT_CHECK } from '@/lib/activities/judge';
import type { CheckResult, Note, Verdict } from '@/lib/activities/verdict';

/** One kind of activity's words for the parts of an answer. */
export interface PartWords {
  readonly one: string;
  readonly many: string;
  /** The answer as a whole. */
  readonly whole: string;
  /** Of each part in which nothing is wrong it is said what the checks found, not that it is right. */
  readonly tells?: true;
}

/** What is to be mended in one part, in one row. */
export interface Faults {
  readonly subject: string | null;
  readonly checks: readonly CheckResult[];
}

/** What was found in one part, all of it right. */
export interface Told {
  readonly subject: string | null;
  readonly checks: readonly CheckResult[];
}

export interface Results {
  readonly faults: readonly Faults[];
  /** Parts in which nothing is wrong, and of which there is no more to say. */
  readonly right: readonly string[];
  /** Parts in which nothing is wrong, with what was found, or what can be shown of it. */
  readonly told: readonly Told[];
  /** Checks of the whole answer that passed; the first layers go without saying once all of them have, size always. */
  readonly works: readonly CheckResult[];
  readonly notes: readonly Note[];
  /** One of the first layers failed: nothing is known of the parts. */
  readonly unread: boolean;
}

const FIRST_LAYERS: ReadonlySet<string> = new Set(['size', 'yaml', 'syntax', 'shape']);

/** After one of these nothing is known of what comes later. */
const cutsShort = ({ id }: CheckResult): boolean => FIRST_LAYERS.has(id) || id === LIMIT_CHECK;

export function resultsOf({ checks, notes }: Verdict, words?: Pick<PartWords, 'tells'>): Results {
  const failed = checks.filter(({ passed }) => !passed);
  const subjects = [...new Set(failed.map(({ subject }) => subject))];
  const unread = failed.some(cutsShort);
  const named = [...new Set(checks.flatMap(({ subject }) => subject ?? []))];
  const right = named.filter((subject) => !subjects.includes(subject));
  const of = (part: string) => checks.filter(({ subject, message }) => subject === part && message !== '');
  const isTold = (part: string) =>
    words?.tells === true ? of(part).length > 0 : of(part).some(({ explanation }) => explanation);
  return {
    faults: subjects.map((subject) => ({
      subject,
      checks: failed.filter((check) => check.subject === subject),
    })),
    right: right.filter((part) => !isTold(part)),
    told: right.filter(isTold).map((subject) => ({ subject, checks: of(subject) })),
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
  const { faults, right, told, unread } = resultsOf(verdict);
  const good = right.length + told.length;
  const total = good + faults.filter(({ subject }) => subject !== null).length;
  const standing =
    total === 0
      ? countedChecks(verdict.checks)
      : [`${good} of ${total} ${total === 1 ? words.one : words.many} right`];
  return [...(unread ? [] : standing), ...(faults.length === 0 ? [] : [`${faults.length} to mend`])].join(
    ' · ',
  );
}

/** Of an answer that has no parts. */
function countedChecks(all: readonly CheckResult[]): readonly string[] {
  const checks = all.filter(({ id }) => !FIRST_LAYERS.has(id));
  const good = checks.filter(({ passed }) => passed).length;
  return checks.length === 0
    ? []
    : [`${good} of ${checks.length} ${checks.length === 1 ? 'check' : 'checks'} passed`];
}

/** What a screen reader hears when a check ends. */
export function spoken(verdict: Verdict, words: PartWords): string {
  if (verdict.passed) return 'Passed. Everything is as it should be.';
  const sentences = resultsOf(verdict).faults.flatMap(({ subject, checks }) =>
    checks.map(({ message, why, place }) => {
      const where = place === null ? '' : `, line ${place.line}`;
      return `${subject ?? words.whole}${where}: ${plain([message, why].filter((part) => part !== null).join(' '))}`;
    }),
  );
  return [`${summaryOf(verdict, words)}.`, ...sentences].join(' ');
}

/** Without the marks of code, which nobody wants to hear. */
export const plain = (sentence: string): string => sentence.replaceAll('`', '');

/** "id, aggregate_id and payload", as a sentence lists them. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
