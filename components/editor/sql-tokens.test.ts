import { expect, test } from 'vitest';
import { tokensOfSql } from './sql-tokens';

/** `key[name]` for every token that is not plain. */
const coloured = (line: string): string =>
  tokensOfSql(line)
    .map(({ kind, text }) => (kind === 'plain' ? text : `${kind}[${text}]`))
    .join('');

test.each([
  ['BEGIN;', 'key[BEGIN];'],
  ['insert into orders (id) values ($1);', 'key[insert] key[into] orders (id) key[values] (type[$1]);'],
  ['  id uuid PRIMARY KEY, -- BEGIN', '  id type[uuid] key[PRIMARY] key[KEY], comment[-- BEGIN]'],
  ["SELECT 'it''s -- not from' AS a", "key[SELECT] 'it''s -- not from' key[AS] a"],
  ['SELECT "from" /* FROM */ FROM t', 'key[SELECT] "from" comment[/* FROM */] key[FROM] t'],
  ["WHERE a = 'open", "key[WHERE] a = 'open"],
  ['/* open', 'comment[/* open]'],
  ['DO $body$', 'key[DO] $body$'],
  ['updated_at, setting', 'updated_at, setting'],
  ['', ''],
])('%j is coloured as %j', (line, expected) => {
  expect(coloured(line)).toBe(expected);
});

test('no character is lost, whatever is written', () => {
  for (const line of ["'", '$', '$$', '--', '/*', '"', 'a\'b"c$1--d', '  \t;', '\u{1F600} select']) {
    expect(
      tokensOfSql(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
  }
});
