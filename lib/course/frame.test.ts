import { expect, it } from 'vitest';
import { format, frame } from './frame';

const text = '---\nidd: outbox\ntitle: The outbox\nsummary: S\n---\n';
const place = { line: 2, column: 1, endLine: 2, endColumn: 4 };

it('shows the lines around a place, with carets under it', () => {
  expect(frame(text, place)).toBe(
    `
  1 | ---
> 2 | idd: outbox
    | ^^^
  3 | title: The outbox
  4 | summary: S`.slice(1),
  );
});

it('marks a stretch of several lines to the end of its first', () => {
  expect(frame('one\ntwo', { line: 1, column: 2, endLine: 2, endColumn: 2 })).toBe(
    `
> 1 | one
    |  ^^
  2 | two`.slice(1),
  );
});

it('marks one character where there is nothing, and holds in an empty text', () => {
  expect(frame('', { line: 1, column: 1, endLine: 1, endColumn: 1 })).toBe('> 1 |\n    | ^');
});

it('keeps the caret under a word that a tab stands before, and in the middle of a long line', () => {
  expect(frame('\tword', { line: 1, column: 2, endLine: 1, endColumn: 6 })).toBe(
    '> 1 | \tword\n    | \t^^^^',
  );
  const long = `${'a'.repeat(200)}HERE${'b'.repeat(200)}`;
  const [line, caret] = frame(long, { line: 1, column: 201, endLine: 1, endColumn: 205 }).split('\n');
  expect(line).toBe(`> 1 | ${'a'.repeat(50)}HERE${'b'.repeat(46)}`);
  expect(caret).toBe(`    | ${' '.repeat(50)}^^^^`);
});

it('writes a problem as file:line:column code message, its frame and its hint', () => {
  const problem = { code: 'C202', message: 'The key `idd` is unknown here.', hint: 'Did you mean `id`?' };
  expect(format({ ...problem, file: 'a/lesson.md', place }, '---\nidd: outbox', 'lessons/')).toBe(
    `
lessons/a/lesson.md:2:1 C202 The key \`idd\` is unknown here.
  1 | ---
> 2 | idd: outbox
    | ^^^
  Did you mean \`id\`?`.slice(1),
  );
  expect(format({ ...problem, hint: null, file: 'a/lesson.md', place: null }, null)).toBe(
    'a/lesson.md:1:1 C202 The key `idd` is unknown here.',
  );
  expect(format({ ...problem, hint: null, file: null, place: null }, null, 'lessons/')).toBe(
    'C202 The key `idd` is unknown here.',
  );
});
