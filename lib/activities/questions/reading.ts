// The first reading of an answer to questions: which of them are answered, and where.
import type { Json } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import type { Reading } from '../kind';
import type { CheckResult } from '../verdict';
import { type Answers, type Asked, readAnswers } from './answers';

/** What `grade` needs again. */
export interface Understood {
  readonly answers: Answers;
  readonly places: { readonly [question: string]: Place | null };
}

/** Passed when every question has its answer. Nothing is understood of what cannot be read. */
export function readQuestions<Question extends { readonly id: string }>(
  answer: string,
  questions: readonly Question[],
  asked: readonly Asked[],
  unanswered: (question: Question, place: Place | null) => CheckResult,
): Pick<Reading, 'verdict' | 'understood'> {
  const reading = readAnswers(answer, asked);
  if (!reading.ok) return { verdict: { passed: false, checks: reading.checks, notes: [] } };
  const { answers, placeOf } = reading;
  const open = questions.filter(({ id }) => answers[id] === undefined);
  const checks = [...reading.checks, ...open.map((question) => unanswered(question, placeOf(question.id)))];
  const places = Object.fromEntries(questions.map(({ id }) => [id, placeOf(id)]));
  return {
    verdict: { passed: open.length === 0, checks, notes: [] },
    understood: JSON.parse(JSON.stringify({ answers, places })) as Json,
  };
}
