import { expect, it } from 'vitest';
import { fadedText, fadesOf } from './fade';
import type { AnswerLanguage } from './kind';

const sheet = (language: AnswerLanguage, solution: string) => ({ title: 'Do it', language, solution });

const table = `# What waits to be sent.
table: orders_outbox
columns:
  - { name: id,      type: bigserial, pk: true }
  # The event itself.
  - { name: payload, type: jsonb,     nullable: false }
  - { name: note,    type: "varchar(20)" } # optional
`;

const claim = `-- Oldest first.
UPDATE orders_outbox SET locked_by = 'relay-1'
WHERE id IN (
  SELECT id FROM orders_outbox
  WHERE dispatched_at IS NULL
  ORDER BY id LIMIT 10
  FOR UPDATE SKIP LOCKED
)
RETURNING *;
`;

const relay = `// One round.
export async function round({ outbox, broker }: World) {
  for (const row of await outbox.pending(10)) {
    // Wait for the confirm ("publish").
    await broker.publish(row);
    await outbox.mark([row.id]);
    log('sent.twice(');
  }
}
`;

it('the worked sheet is the solution', () => {
  expect(fadedText('worked', sheet('yaml', table))).toBe(table);
});

it('the empty sheet says what to write, in a comment', () => {
  expect(fadedText('empty', sheet('yaml', table))).toBe('# Do it.\n');
  expect(fadedText('empty', sheet('sql', claim))).toBe('-- Do it.\n');
  expect(fadedText('empty', sheet('typescript', relay))).toBe('// Do it.\n');
});

it('in YAML the values are blank, but for what names an item; comments stay', () => {
  expect(fadedText('blanks', sheet('yaml', table))).toBe(`# What waits to be sent.
table: ___
columns:
  - { name: id,      type: ___, pk: ___ }
  # The event itself.
  - { name: payload, type: ___,     nullable: ___ }
  - { name: note,    type: ___ } # optional
`);
});

it('in YAML a plain item is blank, and a block of text stays', () => {
  expect(fadedText('blanks', sheet('yaml', 'steps:\n  - begin\n  - commit # last\nsays: |\n  a: b\n'))).toBe(
    'steps:\n  - ___\n  - ___ # last\nsays: |\n  a: ___\n',
  );
});

it('in SQL the word after a telling one is blank, and every literal', () => {
  expect(fadedText('blanks', sheet('sql', claim))).toBe(`-- Oldest first.
UPDATE orders_outbox SET ___ = ___
WHERE ___ IN (
  SELECT id FROM ___
  WHERE ___ IS ___
  ORDER BY ___ LIMIT ___
  FOR ___ SKIP ___
)
RETURNING *;
`);
});

it('in SQL a string with a quote and a dollar-quoted body are one literal each', () => {
  expect(
    fadedText('blanks', sheet('sql', "SELECT 'it''s', $a$ ; '$a$, $1, \"Name\" /* 'c' */ FROM t;\n")),
  ).toBe('SELECT ___, ___, ___, "Name" /* \'c\' */ FROM ___;\n');
});

it('in code what is called on something is blank, with what it is given; comments and strings stay', () => {
  expect(fadedText('blanks', sheet('typescript', relay))).toBe(`// One round.
export async function round({ outbox, broker }: World) {
  for (const row of await outbox.___(___)) {
    // Wait for the confirm ("publish").
    await broker.___(___);
    await outbox.___([row.id]);
    log('sent.twice(');
  }
}
`);
});

it('in a shuffled sheet each comment goes with its line, and those at the top stay', () => {
  const text = fadedText('order', sheet('typescript', relay)) ?? '';
  expect(
    text
      .split('\n')
      .filter((line) => line !== '')
      .sort(),
  ).toEqual(
    relay
      .split('\n')
      .filter((line) => line !== '')
      .sort(),
  );
  expect(text.startsWith('// One round.\n}\n')).toBe(true);
  expect(text).toContain('    // Wait for the confirm ("publish").\n    await broker.publish(row);\n');
  expect(text.endsWith('export async function round({ outbox, broker }: World) {\n')).toBe(true);
});

it('in a shuffled YAML sheet what belongs to a key comes before it, so that it cannot be read as it is', () => {
  const text = fadedText('order', sheet('yaml', table)) ?? '';
  expect(text).toMatch(/^# What waits to be sent\.\n {2}[-#]/);
  expect(text.endsWith('columns:\ntable: orders_outbox\n')).toBe(true);
});

it('a sheet is the same whenever it is made', () => {
  expect(fadedText('order', sheet('sql', claim))).toBe(fadedText('order', sheet('sql', claim)));
});

it('a solution without lines to order, or without parts to take out, has no such sheet', () => {
  expect(fadesOf(sheet('sql', 'COMMIT;\n'))).toEqual(['worked', 'empty']);
  expect(fadesOf(sheet('yaml', table))).toEqual(['worked', 'order', 'blanks', 'empty']);
});
