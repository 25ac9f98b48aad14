import { expect, test } from 'vitest';
import { type PlainHistory, remember, stepBack } from './plain-history';

const at = (text: string) => ({ text, selectionStart: text.length, selectionEnd: text.length });

/** Each text in turn, as the text area would tell of it. */
const written = (...texts: string[]): PlainHistory =>
  texts.reduce<PlainHistory>((history, text) => remember(history, at(text)), []);

const texts = (history: PlainHistory) => history.map(({ text }) => text);

test('a word typed in one go is one undo', () => {
  expect(texts(written('', 't', 'te', 'tex', 'text'))).toEqual(['', 'text']);
});

test('a space begins the next undo, and so does the word after it', () => {
  expect(texts(written('', 'p', 'pk', 'pk:', 'pk: ', 'pk: t', 'pk: tr'))).toEqual([
    '',
    'pk:',
    'pk: ',
    'pk: tr',
  ]);
});

test('deleting and pasting are undos of their own', () => {
  expect(texts(written('ab', 'a', 'axyz'))).toEqual(['ab', 'a', 'axyz']);
});

test('typing elsewhere begins anew', () => {
  expect(texts(written('', 'b', 'ab'))).toEqual(['', 'b', 'ab']);
});

test('the caret of the last text is the latest', () => {
  const moved = remember(written('', 'ab'), { ...at('ab'), selectionStart: 0 });
  expect(moved.at(-1)?.selectionStart).toBe(0);
});

test('the browser’s own undo forgets what it undid', () => {
  expect(texts(stepBack(written('', 'ab', 'ab cd'), at('ab')))).toEqual(['', 'ab']);
});

test('an undo to a text nobody kept is one more change', () => {
  expect(texts(stepBack(written('', 'abc'), at('ab')))).toEqual(['', 'abc', 'ab']);
});
