import { expect, it } from 'vitest';
import type { QuizConfig, QuizQuestion } from '@/lib/activities/quiz/quiz-config';
import { fetchDue, keysOf, type QuizOutline } from './review';

const quiz = (activityId: string, ...questions: readonly string[]): QuizOutline => ({
  lessonId: 'a',
  lesson: 'A lesson',
  activityId,
  questions,
  dataUrl: activityId,
});

const question = (id: string): QuizQuestion => ({
  id,
  type: 'one',
  asks: `${id}?`,
  options: [],
  why: null,
  hints: [],
});

it('fetches those quizzes that have something due, once each, and asks in the order of what is due', async () => {
  const fetched: string[] = [];
  const quizzes = [quiz('one', 'x', 'y'), quiz('two', 'z'), quiz('three', 'w')];
  const fetchQuiz = (url: string): Promise<QuizConfig> => {
    fetched.push(url);
    return Promise.resolve({ questions: ['x', 'y', 'z', 'w'].map(question) });
  };
  const due = await fetchDue(quizzes, ['a/two/z', 'a/one/y', 'a/one/gone'], fetchQuiz);
  expect(due.map(({ key, lesson }) => `${key} of ${lesson}`)).toEqual([
    'a/two/z of A lesson',
    'a/one/y of A lesson',
  ]);
  expect(fetched).toEqual(['one', 'two']);
  expect(keysOf(quizzes)).toEqual(['a/one/x', 'a/one/y', 'a/two/z', 'a/three/w']);
});
