import type { ActivityKind, Grading, Reading } from '../kind';
import { answersSchema } from '../questions/answers';
import { readQuestions, type Understood } from '../questions/reading';
import { type Verdict, verdictOf } from '../verdict';
import { compile } from './compile';
import { judgeQuestion, unanswered } from './judge-question';
import { keys } from './keys';
import { askedOf, type QuizConfig } from './quiz-config';

/** Questions with one answer, several, or a few words. Nothing has to be found out, but nobody is told while choosing. */
export const quizKind: ActivityKind<QuizConfig> = {
  name: 'quiz',
  extensions: ['yaml'],
  language: 'yaml',
  asks: [],
  files: [],
  checksUnder: 'questions',
  keys,
  answerSchema: (config) => answersSchema(askedOf(config)),
  compile,
  read,
  grade,
};

function read(config: QuizConfig, answer: string): Reading {
  const read = readQuestions(answer, config.questions, askedOf(config), unanswered);
  const nothing = { wants: [], becomes: null, creates: [] };
  return { ...read, ...nothing, ...(read.understood !== undefined && { ungraded: true as const }) };
}

/** Every question, in its order; those that are still open among them. */
function grade(config: QuizConfig, { verdict, understood }: Reading): Grading {
  // Nothing was understood of an answer that cannot be read; its verdict stands.
  if (understood === undefined) return { verdict };
  const { answers, places } = understood as unknown as Understood;
  const judged = config.questions.map((question) =>
    judgeQuestion(question, answers[question.id], places[question.id] ?? null),
  );
  const ids = new Set(config.questions.map(({ id }) => id));
  const layers = verdict.checks.filter(({ id }) => !ids.has(id));
  const checks = [...layers, ...judged.map(({ result }) => result)];
  const notes: Verdict['notes'] = judged.flatMap(({ note }) => (note === null ? [] : [note]));
  return { verdict: verdictOf(checks, notes) };
}
