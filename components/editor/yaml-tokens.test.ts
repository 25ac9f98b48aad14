import { expect, test } from 'vitest';
import { tokensOf } from './yaml-tokens';

/** `key[name]` for every token that is not plain. */
const coloured = (line: string): string =>
  tokensOf(line)
    .map(({ kind, text }) => (kind === 'plain' ? text : `${kind}[${text}]`))
    .join('');

test.each([
  ['table: orders_outbox', 'key[table]: orders_outbox'],
  ['columns:', 'key[columns]:'],
  [
    '  - { name: id, type: bigserial, pk: true }',
    '  - { key[name]: id, key[type]: type[bigserial], key[pk]: true }',
  ],
  [
    '    type: timestamp with time zone # why',
    '    key[type]: type[timestamp with time zone ]comment[# why]',
  ],
  ['# type: text', 'comment[# type: text]'],
  ['default: "a # b: c"', 'key[default]: "a # b: c"'],
  ['a#b', 'a#b'],
  ['', ''],
])('%j is coloured as %j', (line, expected) => {
  expect(coloured(line)).toBe(expected);
});

test('no character is lost, whatever is written', () => {
  for (const line of [
    "type: '",
    'type:',
    '{type: {type: x}}',
    '"unclosed',
    'é: ü # ñ',
    '::: ###',
    '\t- - -',
  ]) {
    expect(
      tokensOf(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
  }
});
