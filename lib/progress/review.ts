// Spaced review: a question that was answered right comes back after days, and each time that it is right again, later.
// Time is handed in, so that nothing here knows a clock. Fixed days do as well as ones that grow with the learner.
import type { Progress } from './progress';

/** How a question of a quiz stands. Times are milliseconds since 1970. */
export interface Review {
  /** When it was answered last. */
  readonly answeredAt: number;
  /** Whether that was right. */
  readonly right: boolean;
  /** How many of the days it has passed in a row. */
  readonly passed: number;
  /** When it is to be asked again; null once it was right after all of the days. */
  readonly dueAt: number | null;
}

/** Days from one answer to the next. */
const REVIEW_DAYS: readonly number[] = [1, 3, 7, 21];

const DAY = 24 * 60 * 60 * 1000;

/** A question by the lesson, the activity and its own id, all of them permanent. */
export const questionKey = (lesson: string, activity: string, question: string): string =>
  `${lesson}/${activity}/${question}`;

export const reviewOf = ({ reviews }: Progress, key: string): Review | null =>
  Object.hasOwn(reviews, key) ? (reviews[key] ?? null) : null;

/**
 * A question was answered. The first right answer starts its days. A right answer before it is due changes nothing, so
 * nobody gets through them in one evening; a wrong one starts them again. What was never right is not reviewed.
 */
export function answered(progress: Progress, key: string, right: boolean, now: number): Progress {
  const before = reviewOf(progress, key);
  if (before === null && !right) return progress;
  if (before !== null && right && !isDue(before, now)) return progress;
  const passed = before === null || !right ? 0 : before.passed + 1;
  const days = REVIEW_DAYS[passed];
  const dueAt = days === undefined ? null : now + days * DAY;
  return {
    ...progress,
    reviews: { ...progress.reviews, [key]: { answeredAt: now, right, passed, dueAt } },
  };
}

const isDue = ({ dueAt }: Review, now: number): boolean => dueAt !== null && dueAt <= now;

/** Of these questions, those that are due, the longest due first. */
export function dueOf(progress: Progress, keys: readonly string[], now: number): readonly string[] {
  const due = keys.flatMap((key) => {
    const review = reviewOf(progress, key);
    return review !== null && isDue(review, now) ? [{ key, dueAt: review.dueAt ?? 0 }] : [];
  });
  return due.sort((one, other) => one.dueAt - other.dueAt).map(({ key }) => key);
}

/** When the next of these questions is due that is not due yet; null where none will be. */
export function nextDue(progress: Progress, keys: readonly string[], now: number): number | null {
  const times = keys.flatMap((key) => {
    const dueAt = reviewOf(progress, key)?.dueAt ?? null;
    return dueAt !== null && dueAt > now ? [dueAt] : [];
  });
  return times.length === 0 ? null : Math.min(...times);
}

/** "3 questions are due." or "Nothing is due. The next question comes back in 2 days." Null where nothing ever was right. */
export function dueInWords(progress: Progress, keys: readonly string[], now: number): string | null {
  const due = dueOf(progress, keys, now).length;
  if (due > 0) return due === 1 ? 'One question is due.' : `${due} questions are due.`;
  const next = nextDue(progress, keys, now);
  if (next !== null) return `Nothing is due. The next question comes back ${inDays(next - now)}.`;
  return keys.some((key) => reviewOf(progress, key) !== null) ? 'Every question has had all its days.' : null;
}

function inDays(milliseconds: number): string {
  const days = Math.ceil(milliseconds / DAY);
  return days <= 1 ? 'within a day' : `in ${days} days`;
}

/** What two tabs know of a question: the later answer counts, and of two at once the one that is further on. */
export function mergeReviews(one: Progress['reviews'], other: Progress['reviews']): Progress['reviews'] {
  const merged: { [key: string]: Review } = { ...one };
  for (const [key, theirs] of Object.entries(other)) {
    const ours = Object.hasOwn(merged, key) ? merged[key] : undefined;
    if (ours === undefined || isLater(theirs, ours)) merged[key] = theirs;
  }
  return merged;
}

const isLater = (one: Review, other: Review): boolean =>
  one.answeredAt === other.answeredAt ? one.passed > other.passed : one.answeredAt > other.answeredAt;
