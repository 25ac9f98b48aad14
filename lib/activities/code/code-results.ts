// Puts a check's words to what was found.
import { plural } from '@/lib/shared/count-words';
import { failed, passed, sentencesOf } from '../check-result';
import { filled } from '../placeholders';
import type { CheckResult, Explanation } from '../verdict';
import type { CodeCheck, CodeConfig, RuleName } from './code-config';
import { lineAt } from './line-place';

export interface Found {
  /** Fills `{found}`. */
  readonly words: string;
  readonly line: number | null;
  /** Fill `{steps}` and `{trace}`. */
  readonly steps?: number;
  readonly trace?: string;
  readonly explanation?: Explanation;
}

export function failure(check: CodeCheck, text: string, found: Found): CheckResult {
  const { words, line, steps = 0, trace = '', explanation } = found;
  const values: Readonly<Record<string, string>> = {
    found: words,
    line: line === null ? 'your code' : `line ${line}`,
    steps: plural(steps, 'step'),
    trace,
  };
  const fill = (words: string): string => {
    const sentence = filled(words, values);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  };
  const { message, ...more } = sentencesOf(check, fill);
  return failed(check.id, message, {
    ...more,
    place: lineAt(text, line),
    ...(explanation !== undefined && { explanation }),
  });
}

/** Each check of a rule, as passed. */
export const passes = ({ checks }: CodeConfig, rule: RuleName, words: (check: CodeCheck) => string) =>
  checks.filter((check) => check.rule === rule).map((check) => passed(check.id, words(check)));
