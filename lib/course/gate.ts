// What every activity must prove with the files in its folder. It knows no grader: one is passed in.
import type { Verdict } from '@/lib/activities/verdict';
import type { Problem } from '@/lib/shared/problem';
import { atTop } from '@/lib/shared/spot';
import type { Activity, AnswerFile, WrongAnswer } from './course';
import {
  answerFails,
  checkUnproved,
  guardReached,
  startPasses,
  wrongFailsOthers,
  wrongPasses,
} from './problems';

export type Grade = (answer: string) => Promise<Verdict>;

export interface GateReport {
  /** How many answers were graded. */
  readonly answers: number;
  readonly problems: readonly Problem[];
}

/**
 * The start fails, every solution and accepted answer passes, each wrong answer fails exactly the checks that it
 * names, and every check but a guard is named by one.
 */
export async function passGate(activity: Activity, grade: Grade): Promise<GateReport> {
  const right = [...solutionsOf(activity), ...activity.accept];
  const problems: Problem[] = [...judgeStart(activity, await grade(activity.start))];
  for (const answer of right) problems.push(...judgeRight(answer, await grade(answer.text)));
  for (const answer of activity.wrong) problems.push(...judgeWrong(answer, await grade(answer.text)));
  return {
    answers: 1 + right.length + activity.wrong.length,
    problems: [...problems, ...judgeChecks(activity)],
  };
}

const solutionsOf = ({ solutions, files }: Activity): readonly AnswerFile[] =>
  solutions.map((text, index) => ({ file: files.solutions[index] ?? files.keys, text }));

const judgeStart = ({ files }: Activity, verdict: Verdict): readonly Problem[] =>
  verdict.passed ? [startPasses(files.start)] : [];

const judgeRight = ({ file }: AnswerFile, { checks }: Verdict): readonly Problem[] =>
  checks
    .filter(({ passed }) => !passed)
    .map(({ id, place, message }) =>
      answerFails(place === null ? atTop(file) : { file, place }, id, message),
    );

function judgeWrong({ file, expect }: WrongAnswer, verdict: Verdict): readonly Problem[] {
  if (verdict.passed) return [wrongPasses(file, expect)];
  const failed = unique(verdict.checks.filter(({ passed }) => !passed).map(({ id }) => id));
  const same = failed.join(' ') === unique(expect).join(' ');
  return same ? [] : [wrongFailsOthers(file, expect, failed)];
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort();

function judgeChecks({ files, checks, wrong }: Activity): readonly Problem[] {
  const named = new Set(wrong.flatMap(({ expect }) => expect));
  return [
    ...checks
      .filter(({ id, guard }) => !(guard || named.has(id)))
      .map(({ id }) => checkUnproved(files.keys, id)),
    ...wrong.flatMap((answer) =>
      checks
        .filter(({ id, guard }) => guard && answer.expect.includes(id))
        .map(({ id }) => guardReached(answer.file, id)),
    ),
  ];
}
