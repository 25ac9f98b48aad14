// What every activity must prove with the files in its folder. It knows no grader: one is passed in.
import { fadedText } from '@/lib/activities/fade';
import type { Verdict } from '@/lib/activities/verdict';
import type { Problem } from '@/lib/shared/problem';
import { atTop } from '@/lib/shared/spot';
import type { Activity, AnswerFile, WrongAnswer } from './course';
import {
  answerFails,
  checkUnproved,
  fadePasses,
  guardReached,
  startPasses,
  wrongFailsOthers,
  wrongPasses,
} from './problems';

export type Grade = (answer: string) => Promise<Verdict>;

export interface GateReport {
  /** How many answers of the author's were graded. */
  readonly answers: number;
  readonly problems: readonly Problem[];
}

/**
 * The start fails, as does every other way in but the worked one; every solution and accepted answer passes, each
 * wrong answer fails exactly the checks that it names, and every check but a guard is named by one.
 */
export async function passGate(activity: Activity, grade: Grade): Promise<GateReport> {
  const right = [...solutionsOf(activity), ...activity.accept];
  const problems: Problem[] = [...judgeStart(activity, await grade(activity.start))];
  const given = givenSheets(activity);
  for (const { fade, text } of given)
    if ((await grade(text)).passed) problems.push(fadePasses(activity.files.keys, fade));
  for (const answer of right) problems.push(...judgeRight(answer, await grade(answer.text)));
  for (const answer of activity.wrong) problems.push(...judgeWrong(answer, await grade(answer.text)));
  return {
    answers: 1 + right.length + activity.wrong.length,
    problems: [...problems, ...judgeChecks(activity)],
  };
}

const solutionsOf = ({ solutions, files }: Activity): readonly AnswerFile[] =>
  solutions.map((text, index) => ({ file: files.solutions[index] ?? files.keys, text }));

/** What a learner can be given that must not be the answer already. */
const givenSheets = ({ fades, title, solutions, language }: Activity) =>
  fades.flatMap((fade) => {
    const text = fadedText(fade, { title, solution: solutions[0] ?? '', language });
    return fade === 'worked' || text === null ? [] : [{ fade, text }];
  });

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
