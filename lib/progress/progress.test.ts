import { describe, expect, it } from 'vitest';
import {
  fractionDone,
  lastVisited,
  markRead,
  merge,
  nothingYet,
  open,
  pass,
  reach,
  standing,
} from './progress';
import { deserialize, serialize } from './saved';
import { countInWords, standingInWords } from './words';

const lesson = { id: 'asynchronous-integration', activities: ['outbox-table'] };
const opened = open(nothingYet, lesson.id);

describe('a lesson', () => {
  it.each([
    ['was never opened', nothingYet, 'Not started · 0 of 1 activity done'],
    ['was opened', opened, 'Reading in progress · 0 of 1 activity done'],
    ['was read', markRead(opened, lesson.id), 'Read · 0 of 1 activity done'],
    [
      'was solved before it was read',
      pass(opened, lesson.id, 'outbox-table'),
      'Reading in progress · 1 of 1 activity done',
    ],
    [
      'was read and solved',
      pass(markRead(opened, lesson.id), lesson.id, 'outbox-table'),
      'Done · 1 of 1 activity done',
    ],
  ])('that %s says so', (_, progress, words) => {
    expect(standingInWords(progress, lesson)).toBe(words);
  });

  it('counts its activities in the header', () => {
    expect(countInWords(opened, lesson)).toBe('0/1 done');
    expect(countInWords(pass(opened, lesson.id, 'outbox-table'), lesson)).toBe('1/1 done');
  });

  it('fills its arc by what was opened, read and solved', () => {
    const read = markRead(opened, lesson.id);
    const steps = [nothingYet, opened, read, pass(read, lesson.id, 'outbox-table')];
    expect(steps.map((progress) => fractionDone(progress, lesson))).toEqual([0, 1 / 3, 2 / 3, 1]);
  });

  it('without activities is done when it is read', () => {
    expect(standing(markRead(opened, lesson.id), { id: lesson.id, activities: [] })).toBe('done');
    expect(standingInWords(opened, { id: lesson.id, activities: [] })).toBe('Reading in progress');
  });

  it('that gains an activity is open again, and keeps what was passed', () => {
    const done = pass(markRead(opened, lesson.id), lesson.id, 'outbox-table');
    const grown = { id: lesson.id, activities: ['outbox-table', 'relay'] };
    expect(standingInWords(done, grown)).toBe('Read · 1 of 2 activities done');
  });

  it('that loses an activity does not count it', () => {
    const done = pass(pass(markRead(opened, lesson.id), lesson.id, 'gone'), lesson.id, 'outbox-table');
    expect(countInWords(done, lesson)).toBe('1/1 done');
  });
});

describe('continuing', () => {
  it('leads to the lesson visited last, of those that still exist', () => {
    const visited = open(open(open(nothingYet, 'a'), 'b'), 'gone');
    expect(lastVisited(visited, ['a', 'b'])).toBe('b');
    expect(lastVisited(open(visited, 'a'), ['a', 'b'])).toBe('a');
    expect(lastVisited(nothingYet, ['a'])).toBeNull();
  });
});

describe('two tabs', () => {
  it('together know what either has seen done', () => {
    const here = pass(opened, lesson.id, 'outbox-table');
    const there = markRead(opened, lesson.id);
    expect(standing(merge(here, there), lesson)).toBe('done');
    expect(merge(here, there)).toEqual(merge(there, here));
  });

  it('continue where the later visit was', () => {
    const before = reach(opened, lesson.id, 'the-outbox');
    const after = reach(open(before, lesson.id), lesson.id, 'the-relay');
    expect(merge(after, before).lessons[lesson.id]?.section).toBe('the-relay');
    expect(merge(before, after).lessons[lesson.id]?.section).toBe('the-relay');
  });
});

describe('what is saved', () => {
  it('comes back as it was', () => {
    const progress = pass(reach(opened, lesson.id, 'the-outbox'), lesson.id, 'outbox-table');
    expect(deserialize(serialize(progress))).toEqual({ found: 'progress', progress });
  });

  it.each([
    ['nothing', null, { found: 'nothing' }],
    ['half a file', '{"version":1,"less', { found: 'damaged' }],
    ['somebody else’s data', '[1,2]', { found: 'damaged' }],
    ['a newer format', '{"version":3,"lessons":{}}', { found: 'newer' }],
  ])('knows %s', (_, text, saved) => {
    expect(deserialize(text)).toEqual(saved);
  });

  it('drops entries that make no sense and is not poisoned by __proto__', () => {
    const text =
      '{"version":1,"lessons":{"a":5,"__proto__":{"read":true},"b":{"read":"yes","passed":[1,"x"],"visit":"9"}}}';
    expect(deserialize(text)).toEqual({
      found: 'progress',
      progress: { lessons: { b: { read: false, passed: ['x'], section: null, visit: 0 } }, reviews: {} },
    });
  });

  it('in the format before reviews comes back whole, and is saved in the new one', () => {
    const lessons = { a: { read: true, passed: ['x'], section: 's', visit: 3 } };
    const saved = deserialize(JSON.stringify({ version: 1, lessons }));
    expect(saved).toEqual({ found: 'progress', progress: { lessons, reviews: {} } });
    if (saved.found !== 'progress') throw new Error('It was not read.');
    expect(JSON.parse(serialize(saved.progress))).toEqual({ version: 2, lessons, reviews: {} });
  });

  it('keeps reviews, and drops those that make no sense', () => {
    const review = { answeredAt: 5, right: true, passed: 1, dueAt: null };
    const text = JSON.stringify({
      version: 2,
      lessons: {},
      reviews: { a: review, b: 7, c: { ...review, passed: 'many' }, d: { ...review, dueAt: 'soon' } },
    });
    expect(deserialize(text)).toEqual({
      found: 'progress',
      progress: { lessons: {}, reviews: { a: review, d: review } },
    });
  });
});
