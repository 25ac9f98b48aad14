// What tests of kinds share: the verdict of a grading that needs no further question.
import type { Grading } from './kind';
import type { Verdict } from './verdict';

export function verdictIn(grading: Grading): Verdict {
  if ('verdict' in grading) return grading.verdict;
  throw new Error(`There are further questions: ${grading.wants.map(({ id }) => id).join(', ')}.`);
}
