import { expect, it } from 'vitest';
import { filled } from './placeholders';

it.each([
  ['a name that is known, wherever it stands', '{found} is not {found}.', '2 is not 2.'],
  ['nothing for what is known to be empty', 'In{when}.', 'In.'],
  ['a name that is not known as it is written', 'Write {other}.', 'Write {other}.'],
  ['a name that every object has as it is written', 'Write {constructor}.', 'Write {constructor}.'],
  ['code in braces as it is written', '`{ id: 1 }` and `{}`.', '`{ id: 1 }` and `{}`.'],
])('puts %s', (_, words, text) => {
  expect(filled(words, { found: '2', when: '' })).toBe(text);
});

it('takes a value by the letter, whatever stands in it', () => {
  expect(filled('You wrote {answer}.', { answer: '$& {found}', found: '2' })).toBe('You wrote $& {found}.');
});
