import type { CheckResult } from './verdict';

type More = Partial<Omit<CheckResult, 'id' | 'passed' | 'message'>>;

/** A result with nothing but its words; `more` says what there is besides. */
export const failed = (id: string, message: string, more: More = {}): CheckResult => ({
  ...bare,
  id,
  passed: false,
  message,
  ...more,
});

export const passed = (id: string, message: string, more: More = {}): CheckResult => ({
  ...bare,
  id,
  passed: true,
  message,
  ...more,
});

const bare = { subject: null, why: null, hints: [], place: null, database: null };

/** The sentences of a check that failed, each of them filled. */
export const sentencesOf = (
  {
    says,
    why,
    hints,
  }: { readonly says: string; readonly why: string | null; readonly hints: readonly string[] },
  fill: (words: string) => string,
): Pick<CheckResult, 'message' | 'why' | 'hints'> => ({
  message: fill(says),
  why: why === null ? null : fill(why),
  hints: hints.map(fill),
});
