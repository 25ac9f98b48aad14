import type { Problem } from '@/lib/shared/problem';
import type { Spot } from '@/lib/shared/spot';
import type { AnswerFile, WrongAnswer } from './course';
import { type Folder, pathOf } from './folder';
import { expectMissing, expectUnknown, fileStray } from './problems';

interface Answers {
  readonly accept: readonly AnswerFile[];
  readonly wrong: readonly WrongAnswer[];
  readonly problems: readonly Problem[];
}

/** What must pass and what must fail, from `accept/` and `wrong/`. Files are named by their path below the course. */
export function readAnswers(
  activity: Folder,
  extensions: readonly string[],
  checks: readonly string[],
): Answers {
  const accept = answersIn(activity.folders.get('accept'), extensions, []);
  const wrong = answersIn(activity.folders.get('wrong'), extensions, ['expect']);
  const expectations = wrong.files.map((answer) => expectationOf(answer, activity.folders.get('wrong')));
  return {
    accept: accept.files,
    wrong: wrong.files.map((answer, index) => ({
      ...answer,
      expect: (expectations[index] ?? []).map(({ id }) => id),
    })),
    problems: [
      ...accept.problems,
      ...wrong.problems,
      ...wrong.files.flatMap(({ file }, index) => judgeExpectation(file, expectations[index] ?? [], checks)),
    ],
  };
}

function answersIn(folder: Folder | undefined, extensions: readonly string[], beside: readonly string[]) {
  const files: AnswerFile[] = [];
  const problems: Problem[] = [];
  for (const [name, text] of folder?.files ?? []) {
    const file = folder === undefined ? name : pathOf(folder, name);
    const ending = name.slice(name.lastIndexOf('.') + 1);
    if (extensions.includes(ending)) files.push({ file, text });
    else if (!beside.includes(ending))
      problems.push(
        fileStray(
          file,
          name,
          extensions.map((each) => `NAME.${each}`),
        ),
      );
  }
  return { files, problems };
}

interface Expected {
  readonly id: string;
  readonly at: Spot;
}

const firstLineOf = (text: string): string => text.slice(0, 2_000).split(/\r?\n/, 1)[0] ?? '';

/** From the first line, or else from the file beside it. */
function expectationOf({ file, text }: AnswerFile, wrong: Folder | undefined): readonly Expected[] {
  const line = firstLineOf(text);
  const marker = /^\s*(?:#|--|\/\/)\s*expect:/.exec(line)?.[0];
  if (marker !== undefined) return wordsOf(line, marker.length, 1, file);
  const name = file.slice(file.lastIndexOf('/') + 1);
  const candidates = [`${name.slice(0, name.lastIndexOf('.'))}.expect`, `${name}.expect`];
  const beside = candidates.find((candidate) => wrong?.files.has(candidate));
  if (wrong === undefined || beside === undefined) return [];
  const lines = (wrong.files.get(beside) ?? '').split(/\r?\n/);
  return lines.flatMap((each, index) => wordsOf(each, 0, index + 1, pathOf(wrong, beside)));
}

const wordsOf = (line: string, from: number, lineNumber: number, file: string): readonly Expected[] =>
  [...line.slice(from).matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => {
    const column = from + index + 1;
    const place = { line: lineNumber, column, endLine: lineNumber, endColumn: column + id.length };
    return { id, at: { file, place } };
  });

function judgeExpectation(
  file: string,
  expected: readonly Expected[],
  checks: readonly string[],
): readonly Problem[] {
  if (expected.length === 0) return [expectMissing(file)];
  const unknown = expected.filter(({ id }) => !checks.includes(id));
  return unknown.map(({ id, at }) => expectUnknown(at, id, checks));
}
