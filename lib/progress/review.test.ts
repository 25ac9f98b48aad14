import { describe, expect, it } from 'vitest';
import { merge, nothingYet, type Progress } from './progress';
import { answered, dueInWords, dueOf, nextDue, questionKey, reviewOf } from './review';

const KEY = questionKey('commands-and-events', 'facts-and-wishes', 'which-event');
const DAY = 24 * 60 * 60 * 1000;

/** Right or wrong after so many days from the beginning. */
const history = (...answers: readonly (readonly [day: number, right: boolean])[]): Progress =>
  answers.reduce<Progress>((progress, [day, right]) => answered(progress, KEY, right, day * DAY), nothingYet);

const dueDay = (progress: Progress) => {
  const dueAt = reviewOf(progress, KEY)?.dueAt;
  return dueAt === null || dueAt === undefined ? dueAt : dueAt / DAY;
};

describe('a question', () => {
  it.each([
    ['was right', [[0, true]], 1],
    [
      'was right again when it was due',
      [
        [0, true],
        [1, true],
      ],
      4,
    ],
    [
      'was right a third time, late',
      [
        [0, true],
        [1, true],
        [10, true],
      ],
      17,
    ],
    [
      'was right a fourth time',
      [
        [0, true],
        [1, true],
        [4, true],
        [11, true],
      ],
      32,
    ],
    [
      'was right after all of the days',
      [
        [0, true],
        [1, true],
        [4, true],
        [11, true],
        [32, true],
      ],
      null,
    ],
    [
      'was right again before it was due',
      [
        [0, true],
        [0.5, true],
      ],
      1,
    ],
    [
      'was wrong in between',
      [
        [0, true],
        [1, true],
        [4, false],
      ],
      5,
    ],
    [
      'was wrong before it was due',
      [
        [0, true],
        [0.5, false],
      ],
      1.5,
    ],
  ] as const)('that %s comes back on its day', (_, answers, day) => {
    expect(dueDay(history(...answers))).toBe(day);
  });

  it('that was never right is not reviewed', () => {
    expect(history([0, false])).toBe(nothingYet);
  });

  it('that has had all its days stays done, unless it is answered wrong', () => {
    const all = [
      [0, true],
      [1, true],
      [4, true],
      [11, true],
      [32, true],
    ] as const;
    expect(history(...all, [99, true])).toEqual(history(...all));
    expect(dueDay(history(...all, [99, false]))).toBe(100);
  });

  it('keeps when it was answered, and whether that was right', () => {
    expect(reviewOf(history([0, true], [2, false]), KEY)).toEqual({
      answeredAt: 2 * DAY,
      right: false,
      passed: 0,
      dueAt: 3 * DAY,
    });
  });
});

describe('what is due', () => {
  const two = answered(history([0, true]), 'other', true, 0.5 * DAY);

  it('comes longest due first, of the questions that there still are', () => {
    expect(dueOf(two, ['other', KEY], 2 * DAY)).toEqual([KEY, 'other']);
    expect(dueOf(two, ['other'], 2 * DAY)).toEqual(['other']);
    expect(dueOf(two, ['other', KEY], DAY)).toEqual([KEY]);
    expect(nextDue(two, ['other', KEY], DAY)).toBe(1.5 * DAY);
  });

  it.each([
    [2, 'two', '2 questions are due.'],
    [1, 'one', 'One question is due.'],
    [0.2, 'none, soon', 'Nothing is due. The next question comes back within a day.'],
  ])('on day %d in words: %s', (day, _, words) => {
    expect(dueInWords(two, ['other', KEY], day * DAY)).toBe(words);
  });

  it('says when the next one comes, that all are done, or nothing where nothing was answered', () => {
    expect(dueInWords(history([0, true], [1, true]), [KEY], DAY)).toBe(
      'Nothing is due. The next question comes back in 3 days.',
    );
    const done = history([0, true], [1, true], [4, true], [11, true], [32, true]);
    expect(dueInWords(done, [KEY], 40 * DAY)).toBe('Every question has had all its days.');
    expect(dueInWords(nothingYet, [KEY], 0)).toBeNull();
  });
});

it('two tabs keep the later answer, and nothing of either is lost', () => {
  const early = history([0, true]);
  const late = answered(history([0, true], [1, true]), 'other', true, 0);
  expect(merge(early, late).reviews).toEqual(late.reviews);
  expect(merge(late, early).reviews).toEqual(late.reviews);
});
