import { expect, it } from 'vitest';
import { momentWords } from './moment';

it.each([
  [1250, 'At 1.250 s, in the past: this makes Run 2'],
  [2000, 'At 2.000 s'],
  [2600, 'At 2.600 s'],
])('what is done at %s ms of a run that was watched for 2 s is told before', (at, words) => {
  expect(momentWords(at, { seen: 2000, next: 'Run 2' })).toBe(words);
});
