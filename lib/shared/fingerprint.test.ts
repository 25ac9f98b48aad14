import { expect, it } from 'vitest';
import { fingerprint } from './fingerprint';

it('is the FNV-1a of a text', () => {
  expect(fingerprint('')).toBe('811c9dc5');
  expect(fingerprint('a')).toBe('e40c292c');
  expect(fingerprint('foobar')).toBe('bf9cf968');
});

it('tells texts apart that differ in one letter, or in where one ends', () => {
  const texts = ['ab\0c', 'a\0bc', 'abc', 'abd'];
  expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
});
