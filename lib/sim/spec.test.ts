// The rules and the tests that hold them: each number stands in both.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const here = import.meta.dirname;
const files = readdirSync(here, { recursive: true, encoding: 'utf8' });
const textOf = (file: string): string => readFileSync(join(here, file), 'utf8');

/** Each rule is an item of a list: `- R40. …` in the specification, `- **[K4]** …` beside a broker. */
function rulesIn(file: string): readonly string[] {
  const found = textOf(file).matchAll(/^- (?:\*\*\[)?([A-Z]\d+[a-z]?)(?:\]\*\*|\. | [a-z])/gm);
  return Array.from(found, ([, rule = '']) => rule);
}

/** A title cites its rules first: `[R40] [I3] without dedup …`. */
function citedIn(file: string): readonly string[] {
  const openings = textOf(file).matchAll(/['"`]((?:\[[A-Z]\d+[a-z]?\] )+)/g);
  return Array.from(openings, ([, rules = '']) => rules.match(/[A-Z]\d+[a-z]?/g) ?? []).flat();
}

const specifications = files.filter((file) => /^(SPEC|brokers\/[a-z-]+\/README)\.md$/.test(file));
const rules = specifications.flatMap(rulesIn);
const cited = new Set(files.filter((file) => file.endsWith('.test.ts')).flatMap(citedIn));

describe('the numbers of the rules', () => {
  it('stand in the specification and beside each of the six brokers', () => {
    expect(specifications).toHaveLength(7);
    for (const rule of ['R1', 'R181a', 'I7', 'H1', 'K1', 'N1', 'Q1', 'S1', 'T1'])
      expect(rules).toContain(rule);
  });

  it('are given once', () => {
    expect(rules.filter((rule, place) => rules.indexOf(rule) !== place)).toEqual([]);
  });

  it('are each cited by the title of a test', () => {
    expect(rules.filter((rule) => !cited.has(rule))).toEqual([]);
  });

  it('that a title cites are there', () => {
    expect([...cited].filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});
