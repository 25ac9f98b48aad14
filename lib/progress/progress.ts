// What a learner has read and done. A value and the functions that move it on; ids are the lesson's permanent ones,
// so a renamed folder or a changed text loses nothing.

import { mergeReviews, type Review } from './review';

export interface Progress {
  readonly lessons: { readonly [lessonId: string]: LessonProgress };
  /** Questions that come back after days, by `questionKey`; those that the course no longer has are kept. */
  readonly reviews: { readonly [question: string]: Review };
}

export interface LessonProgress {
  /** The last section was seen, or the learner marked the lesson read. */
  readonly read: boolean;
  /** Ids of passed activities, without repeats; ids that the lesson no longer has are kept and do not count. */
  readonly passed: readonly string[];
  /** The heading last reached; null at the top. */
  readonly section: string | null;
  /** Higher is later: the learner's n-th visit to any lesson. */
  readonly visit: number;
}

/** What a lesson asks for, as the course has it today. */
export interface LessonTask {
  readonly id: string;
  readonly activities: readonly string[];
}

export type Standing = 'not-started' | 'reading' | 'read' | 'done';

export const nothingYet: Progress = { lessons: {}, reviews: {} };

const untouched: LessonProgress = { read: false, passed: [], section: null, visit: 0 };

export const lessonProgress = (progress: Progress, lessonId: string): LessonProgress | null =>
  Object.hasOwn(progress.lessons, lessonId) ? (progress.lessons[lessonId] ?? null) : null;

/** A visit to a lesson: from now on it is started, and the one to continue with. */
export function open(progress: Progress, lessonId: string): Progress {
  const latest = Math.max(0, ...Object.values(progress.lessons).map(({ visit }) => visit));
  return change(progress, lessonId, { visit: latest + 1 });
}

export const markRead = (progress: Progress, lessonId: string): Progress =>
  change(progress, lessonId, { read: true });

export const reach = (progress: Progress, lessonId: string, section: string | null): Progress =>
  change(progress, lessonId, { section });

export function pass(progress: Progress, lessonId: string, activityId: string): Progress {
  const passed = lessonProgress(progress, lessonId)?.passed ?? [];
  return passed.includes(activityId)
    ? progress
    : change(progress, lessonId, { passed: [...passed, activityId] });
}

/** What two tabs know, together: nothing that either has seen done is undone. The later visit says where one left off. */
export function merge(one: Progress, other: Progress): Progress {
  const ids = new Set([...Object.keys(one.lessons), ...Object.keys(other.lessons)]);
  const lessons = [...ids].map((id) => {
    const [a, b] = [lessonProgress(one, id) ?? untouched, lessonProgress(other, id) ?? untouched];
    const later = b.visit >= a.visit ? b : a;
    return [
      id,
      { ...later, read: a.read || b.read, passed: [...new Set([...a.passed, ...b.passed])] },
    ] as const;
  });
  return { lessons: Object.fromEntries(lessons), reviews: mergeReviews(one.reviews, other.reviews) };
}

/** How many of a lesson's activities have passed. */
export const countPassed = (progress: Progress, task: LessonTask): number =>
  task.activities.filter((id) => lessonProgress(progress, task.id)?.passed.includes(id)).length;

/** Done is read and every activity passed; a lesson that gains an activity is open again. */
export function standing(progress: Progress, task: LessonTask): Standing {
  const lesson = lessonProgress(progress, task.id);
  if (lesson === null) return 'not-started';
  if (!lesson.read) return 'reading';
  return countPassed(progress, task) === task.activities.length ? 'done' : 'read';
}

/** How much of a lesson is done, from 0 to 1: having opened it is one part, having read it another, each activity one. */
export function fractionDone(progress: Progress, task: LessonTask): number {
  const lesson = lessonProgress(progress, task.id);
  if (lesson === null) return 0;
  return (1 + (lesson.read ? 1 : 0) + countPassed(progress, task)) / (2 + task.activities.length);
}

/** The lesson visited last, of those that exist; null before the first visit. */
export function lastVisited(progress: Progress, lessonIds: readonly string[]): string | null {
  const visited = lessonIds.filter((id) => lessonProgress(progress, id) !== null);
  const visit = (id: string) => lessonProgress(progress, id)?.visit ?? 0;
  return visited.reduce<string | null>(
    (best, id) => (best === null || visit(id) > visit(best) ? id : best),
    null,
  );
}

function change(progress: Progress, lessonId: string, news: Partial<LessonProgress>): Progress {
  const before = lessonProgress(progress, lessonId) ?? untouched;
  return { ...progress, lessons: { ...progress.lessons, [lessonId]: { ...before, ...news } } };
}
