import { describe, expect, it } from 'vitest';
import { readTables } from './read-table';

const said = (text: string) => {
  const reading = readTables(text);
  if (reading.ok) return [];
  return reading.problems.map(
    ({ subject, message, place }) =>
      `${reading.layer} ${place?.line}:${place?.column} ${subject === null ? '' : `[${subject}] `}${message}`,
  );
};

const column = (keys: string) => `table: orders\ncolumns:\n  - { ${keys} }\n`;

describe('what was pasted by mistake', () => {
  it.each([
    [
      '```yaml\ntable: orders\n```',
      'yaml 1:1 The text is wrapped in a markdown fence, which is not part of the YAML.',
    ],
    [
      '-- the outbox\ncreate table orders (\n  id bigserial\n);',
      'yaml 2:1 This is SQL. Here the table is written as YAML, and the SQL is made from it.',
    ],
    [
      'The outbox needs an id and a payload.',
      'yaml 1:1 This reads like a sentence. Here the table is written as YAML.',
    ],
    [
      'I think it is this: a table',
      'yaml 1:1 This reads like a sentence. Here the table is written as YAML.',
    ],
    ['orders', 'shape 1:1 This is no table yet.'],
    [
      '- id\n- payload',
      'shape 1:1 This is a list. A table has a name first, and its columns as a list below.',
    ],
    [`a: ${'x'.repeat(70_000)}`, 'size 1:1 This text is larger than 64 KB, so it was not read.'],
  ])('%.40j', (text, sentence) => {
    expect(said(text)).toEqual([sentence]);
  });
});

describe('the shape of a table', () => {
  it.each([
    ['columns: []', ['shape 1:1 The table has no name.', 'shape 1:1 There are no columns yet.']],
    ['table: orders\ncolumn: []', ['shape 2:1 There is no key `column` at the top. Did you mean `columns`?']],
    [
      'name: orders\ncolumns: []',
      [
        'shape 1:1 There is no key `name` at the top. Did you mean `table`?',
        'shape 2:1 There are no columns yet.',
      ],
    ],
    [
      'table: orders\ncolumns:\n  id: bigserial',
      ['shape 2:1 `columns` is a map here; it must be a list, so that columns keep their order.'],
    ],
    [
      'table: orders\ncolumns:\n  - id\n  -',
      [
        'shape 3:5 [column 1] A column is more than one word: it has a name and a type.',
        'shape 4:3 [column 2] There is a dash here with nothing after it.',
      ],
    ],
    [column('name: id'), ['shape 3:5 [id] `id` has no type.']],
    [column('type: text'), ['shape 3:5 [column 1] This column has no name.']],
    [
      column('name: id, type: ___'),
      ['shape 3:17 [id] This blank is still to be filled: what does the column hold?'],
    ],
    [
      column('name: id, type: uuid, nullable: ___'),
      ['shape 3:29 [id] This blank is still to be filled: may the column be empty?'],
    ],
    [
      column('name: id, type: ___, nullable: ___'),
      [
        'shape 3:17 [id] These blanks are still to be filled: what does the column hold, and may it be empty?',
      ],
    ],
    [column('name: id, type:uuid'), ['shape 3:17 [id] A space is missing after the colon in `type:uuid`.']],
    [
      column('name: total, type: numeric(10,2)'),
      ['shape 3:37 [total] The comma of the type before this ended the entry.'],
    ],
    [
      column('name: id, type: text, primary_key: true'),
      ['shape 3:29 [id] There is no key `primary_key` in a column. Did you mean `pk`?'],
    ],
    [
      column('name: id, type: text, "not null": true'),
      ['shape 3:29 [id] There is no key `not null` in a column. Did you mean `nullable`?'],
    ],
    [
      column('name: id, type: text, references: users'),
      ['shape 3:29 [id] This activity does not ask for `references`; a later one does.'],
    ],
    [
      column('name: id, type: text, nullable: no'),
      [
        'shape 3:29 [id] In YAML 1.2 `no` is a word, not a yes or no, so `nullable` does not know what to do with it.',
      ],
    ],
    [
      column('name: id, type: text, nullable: "false"'),
      ['shape 3:29 [id] `"false"` in quotes is a text. `nullable` wants the bare word.'],
    ],
    [
      column('name: id, type: text, pk: 1'),
      ['shape 3:29 [id] `pk` is either `true` or `false`, and `1` is neither.'],
    ],
    [column('name: Id, type: text'), ['shape 3:7 [Id] `Id` has capitals. Names are written in lower case.']],
    [
      column('name: "“id”", type: text'),
      ['shape 3:7 [“id”] `“id”` stands in typographic quotes, which would become part of the name.'],
    ],
    [
      column(`name: ${'n'.repeat(64)}, type: text`),
      [
        `shape 3:7 [column 1] \`${'n'.repeat(64)}\` is longer than the 63 characters that PostgreSQL keeps of a name.`,
      ],
    ],
    [
      column('name: at, type: timestamptz, default: CURRENT_TIMESTAMP'),
      ['shape 3:36 [at] `CURRENT_TIMESTAMP` would be taken as a text here.'],
    ],
    [
      column("name: id, type: bigint, default: nextval('s')"),
      ["shape 3:31 [id] `nextval('s')` is no default that this shape knows."],
    ],
  ])('%j', (text, sentences) => {
    expect(said(text)).toEqual(sentences);
  });

  it('tells all problems of the layer at once, in the order of the text', () => {
    expect(said('table: Orders\ncolumns:\n  - { name: id, type: nope, nullable: no }\n')).toHaveLength(3);
  });

  it('stays readable when everything is wrong', () => {
    const items = Array.from({ length: 300 }, () => '  - { nme: 1, tpe: 2 }').join('\n');
    expect(said(`table: orders\ncolumns:\n${items}\n`)).toHaveLength(40);
  });
});

it('reads a table: names, types, what may be empty, defaults', () => {
  const reading = readTables(column('name: at, type: TIMESTAMPTZ, nullable: false, default: NOW( )'));
  expect(reading.ok && reading.tables[0].spec).toEqual({
    table: 'orders',
    columns: [
      {
        name: 'at',
        type: {
          base: 'timestamp with time zone',
          canonical: 'timestamp with time zone',
          sql: 'timestamptz',
          sizes: [],
          numbered: false,
          array: false,
        },
        pk: false,
        nullable: false,
        default: { kind: 'call', call: 'now()' },
        unique: false,
        references: null,
        check: null,
        identity: null,
      },
    ],
    indexes: [],
    composite: false,
  });
});

it('knows where each key stands, and the name where a key was left out', () => {
  const reading = readTables(column('name: id, type: text, nullable: false'));
  expect(reading.ok && reading.tables[0].places.column(0, 'nullable')).toEqual({
    line: 3,
    column: 29,
    endLine: 3,
    endColumn: 44,
  });
  expect(reading.ok && reading.tables[0].places.column(0, 'pk')).toMatchObject({ column: 7, endColumn: 15 });
});
