import { describe, expect, it } from 'vitest';
import { readPredicate } from './predicate';
import { predicateSql } from './predicate-sql';

const read = (text: string) => {
  const reading = readPredicate(text);
  return reading.ok ? predicateSql(reading.predicate) : `no: ${reading.message}`;
};

describe('what a condition may say', () => {
  it.each([
    ['total >= 0', 'total >= 0'],
    ['TOTAL != -1.5', 'total <> -1.5'],
    ["status in ('placed','paid')", "status IN ('placed', 'paid')"],
    ["status not in ('lost')", "status NOT IN ('lost')"],
    ['tries between 0 and 20', 'tries BETWEEN 0 AND 20'],
    ['length(name) <= 80', 'length(name) <= 80'],
    ['length >= 3', 'length >= 3'],
    ['sent_at is null', 'sent_at IS NULL'],
    ['sent_at IS NOT NULL', 'sent_at IS NOT NULL'],
    ['a = 1 or a = 2 and not a > 3', 'a = 1 OR (a = 2 AND NOT (a > 3))'],
    ['(a = 1 or a = 2) and a <> 3', '(a = 1 OR a = 2) AND a <> 3'],
    ['paid = true', 'paid = true'],
    ["name <> 'it''s; DROP TABLE orders --'", "name <> 'it''s; DROP TABLE orders --'"],
    ['order > 0', '"order" > 0'],
  ])('%s', (text, sql) => {
    expect(read(text)).toBe(sql);
  });
});

describe('what never reaches SQL', () => {
  it.each([
    ['', 'There is no condition here.'],
    ['total >= 0; DROP TABLE orders', 'A `;` ends a statement, and a condition is none.'],
    ['total >= 0 -- always', 'There is no place for a comment in a condition.'],
    ['total >= 0 /* x */', 'There is no place for a comment in a condition.'],
    ['pg_sleep(9) > 0', '`pg_sleep(…)` cannot be called here; `length(…)` can.'],
    ['total >= (select 1)', 'A value belongs where `(` stands.'],
    ['total >= other', 'A value belongs where `other` stands.'],
    ['total + 1 > 0', 'A condition holds no `+`.'],
    ["name = 'open", 'A single quote is left open.'],
    ['name = "open"', 'A text stands in single quotes here; double quotes are for names in SQL.'],
    ['name = null', 'Nothing is equal to NULL, not even NULL.'],
    ['total', 'The condition ends where a comparison belongs.'],
    ['total 5', 'No comparison follows `total`, but `5`.'],
    ['5 < total', 'A column belongs where `5` stands.'],
    ['(total > 0', 'A bracket is left open.'],
    ['total > 0 total < 5', 'The condition is at its end before `total`.'],
    ['total is 0', 'After `is` comes `null` or `not null`.'],
    ['total in 1', 'After `in` comes a list in brackets.'],
    ['total between 1, 2', '`between` takes two values with `and` between them.'],
    ["name like 'a%'", 'No comparison follows `name`, but `like`.'],
    [`${'not '.repeat(20)}total > 0`, 'The condition is nested too deeply.'],
    [`${'('.repeat(150)}`, 'The condition is nested too deeply.'],
    ['x'.repeat(301), 'A condition is at most 300 characters long here.'],
    ['total > 0 😀', 'A condition holds no `😀`.'],
  ])('%s', (text, message) => {
    expect(read(text)).toBe(`no: ${message}`);
  });
});
