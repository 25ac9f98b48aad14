// The rules of the stage and the tests that hold them: each number stands in both.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const here = import.meta.dirname;
const textOf = (file: string): string => readFileSync(join(here, file), 'utf8');
const rules = Array.from(textOf('README.md').matchAll(/^- (S\d+)\. /gm), ([, rule = '']) => rule);
const tests = readdirSync(here).filter((file) => /^stage.*\.test\.ts$/.test(file));
const cited = tests.flatMap((file) =>
  Array.from(textOf(file).matchAll(/\[(S\d+)\] /g), ([, rule = '']) => rule),
);

it('every rule of the stage is numbered once and cited by a test, and no test cites another', () => {
  expect(rules).toContain('S23');
  expect(rules).toEqual([...new Set(rules)]);
  expect([...new Set(cited)].sort()).toEqual([...rules].sort());
});
