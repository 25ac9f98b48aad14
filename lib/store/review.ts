// Questions that come back: where they are fetched from, and what an answer to one of them is worth.
import type { AnswerValue } from '@/lib/activities/questions/answers';
import { judgeQuestion } from '@/lib/activities/quiz/judge-question';
import type { QuizConfig, QuizQuestion } from '@/lib/activities/quiz/quiz-config';
import type { CheckResult } from '@/lib/activities/verdict';
import { questionKey } from '@/lib/progress/review';
import type { ActivityMaterial } from './activity';
import { answerReview } from './progress';

/** A quiz of the course, as far as a page knows it from the start. */
export interface QuizOutline {
  readonly lessonId: string;
  readonly lesson: string;
  readonly activityId: string;
  /** Ids of its questions. */
  readonly questions: readonly string[];
  /** Where its material lies, as JSON. */
  readonly dataUrl: string;
}

export const keysOf = (quizzes: readonly QuizOutline[]): readonly string[] =>
  quizzes.flatMap(({ lessonId, activityId, questions }) =>
    questions.map((question) => questionKey(lessonId, activityId, question)),
  );

export interface DueQuestion {
  readonly key: string;
  /** The title of its lesson. */
  readonly lesson: string;
  readonly question: QuizQuestion;
}

/** The questions of these keys, in their order; fetches each quiz once. Rejects where one cannot be fetched. */
export async function fetchDue(
  quizzes: readonly QuizOutline[],
  keys: readonly string[],
  fetchQuiz: (url: string) => Promise<QuizConfig> = fetchConfig,
): Promise<readonly DueQuestion[]> {
  const wanted = quizzes.filter((quiz) => keysOf([quiz]).some((key) => keys.includes(key)));
  const found = await Promise.all(
    wanted.map(async ({ lessonId, lesson, activityId, dataUrl }) =>
      (await fetchQuiz(dataUrl)).questions.map((question) => ({
        key: questionKey(lessonId, activityId, question.id),
        lesson,
        question,
      })),
    ),
  );
  return keys.flatMap((key) => found.flat().filter((each) => each.key === key));
}

/** Judges and records it. */
export function answerDue({ key, question }: DueQuestion, answer: AnswerValue): CheckResult {
  const { result } = judgeQuestion(question, answer, null);
  answerReview(key, result.passed);
  return result;
}

async function fetchConfig(url: string): Promise<QuizConfig> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const { config }: ActivityMaterial = await response.json();
  return config as unknown as QuizConfig;
}
