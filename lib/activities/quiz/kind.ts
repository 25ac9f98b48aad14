import type { Place } from '@/lib/shared/place';
import type { ActivityKind, Grading, Reading } from '../kind';
import { type Answers, answersSchema, readAnswers } from '../questions/answers';
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
  const nothing = { wants: [], becomes: null, creates: [] };
  const reading = readAnswers(answer, askedOf(config));
  if (!reading.ok) return { verdict: { passed: false, checks: reading.checks, notes: [] }, ...nothing };
  const { answers, placeOf } = reading;
  const open = config.questions.filter(({ id }) => answers[id] === undefined);
  const checks = [...reading.checks, ...open.map((question) => unanswered(question, placeOf(question.id)))];
  const places = Object.fromEntries(config.questions.map(({ id }) => [id, placeOf(id)]));
  return {
    verdict: { passed: open.length === 0, checks, notes: [] },
    ...nothing,
    ungraded: true,
    understood: JSON.parse(JSON.stringify({ answers, places })),
  };
}

interface Understood {
  readonly answers: Answers;
  readonly places: { readonly [question: string]: Place | null };
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
