import type { LessonProgress, Progress } from './progress';
import type { Review } from './review';

// The saved format, version 2:
//   {"version":2,"lessons":{"<id>":{"read":bool,"passed":[ids],"section":id|null,"visit":n}},
//    "reviews":{"<lesson>/<activity>/<question>":{"answeredAt":ms,"right":bool,"passed":n,"dueAt":ms|null}}}
// Version 1 had no reviews, and is read as it is.

const VERSION = 2;

/** What was found where progress is kept. Anything but `progress` must not be written over unseen. */
export type Saved =
  | { readonly found: 'nothing' }
  | { readonly found: 'progress'; readonly progress: Progress }
  /** Written by a newer version of the site. */
  | { readonly found: 'newer' }
  | { readonly found: 'damaged' };

export const serialize = (progress: Progress): string =>
  JSON.stringify({ version: VERSION, lessons: progress.lessons, reviews: progress.reviews });

/** Never throws; entries that make no sense are dropped, the others kept. */
export function deserialize(text: string | null): Saved {
  if (text === null) return { found: 'nothing' };
  const value = parse(text);
  if (!isRecord(value) || typeof value['version'] !== 'number' || !isRecord(value['lessons'])) {
    return { found: 'damaged' };
  }
  if (value['version'] > VERSION) return { found: 'newer' };
  const lessons = Object.entries(value['lessons']).flatMap(([id, entry]) => {
    const lesson = readLesson(entry);
    return lesson === null || id === '__proto__' ? [] : [[id, lesson] as const];
  });
  const reviews = Object.entries(isRecord(value['reviews']) ? value['reviews'] : {}).flatMap(
    ([key, entry]) => {
      const review = readReview(entry);
      return review === null || key === '__proto__' ? [] : [[key, review] as const];
    },
  );
  const progress = { lessons: Object.fromEntries(lessons), reviews: Object.fromEntries(reviews) };
  return { found: 'progress', progress };
}

function readReview(entry: unknown): Review | null {
  if (!isRecord(entry)) return null;
  const { answeredAt, right, passed, dueAt } = entry;
  if (!(isCount(answeredAt) && isCount(passed))) return null;
  return { answeredAt, right: right === true, passed, dueAt: isCount(dueAt) ? dueAt : null };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

function readLesson(entry: unknown): LessonProgress | null {
  if (!isRecord(entry)) return null;
  const { read, passed, section, visit } = entry;
  return {
    read: read === true,
    passed: Array.isArray(passed) ? passed.filter((id) => typeof id === 'string') : [],
    section: typeof section === 'string' ? section : null,
    visit: typeof visit === 'number' && Number.isFinite(visit) ? visit : 0,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
