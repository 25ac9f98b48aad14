import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/shared/json';
import { readTables } from './read-table';
import { shapeSchemaOf } from './shape-schema';
import { ALLOWANCES, type Allowance } from './table-spec';
import { createIndexes, createTable } from './table-sql';

const one: readonly Allowance[] = ALLOWANCES.filter((allowed) => allowed !== 'tables');

const sqlOf = (text: string, allows: readonly Allowance[] = one) => {
  const reading = readTables(text, allows);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.tables.flatMap(({ spec }) => [createTable(spec), ...createIndexes(spec)]);
};

const said = (text: string, allows: readonly Allowance[] = one) => {
  const reading = readTables(text, allows);
  if (reading.ok) return [];
  return reading.problems.map(
    ({ subject, message, place }) =>
      `${place?.line}:${place?.column} ${subject === null ? '' : `[${subject}] `}${message}`,
  );
};

const column = (keys: string) => `table: events\ncolumns:\n  - { ${keys} }\n`;

it('writes what an activity allows into SQL', () => {
  const answer = `
table: events
columns:
  - { name: id, type: bigint, pk: true, identity: always }
  - { name: order_id, type: uuid, references: orders(id) }
  - { name: customer, type: uuid, references: { table: customers, column: id, onDelete: set null } }
  - { name: kind, type: text, nullable: false, unique: true, default: placed, check: "kind in ('placed')" }
  - { name: sent_at, type: timestamptz }
indexes:
  - { columns: [id], where: sent_at is null }
  - { columns: [order_id, kind], unique: true }
  - { columns: [customer], where: "kind = 'placed'" }
`;
  expect(sqlOf(answer)).toEqual([
    `CREATE TABLE events (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id uuid        REFERENCES orders (id),
  customer uuid        REFERENCES customers (id) ON DELETE SET NULL,
  kind     text        NOT NULL UNIQUE DEFAULT 'placed' CHECK (kind IN ('placed')),
  sent_at  timestamptz
);`,
    'CREATE INDEX ON events (id) WHERE sent_at IS NULL;',
    'CREATE UNIQUE INDEX ON events (order_id, kind);',
    "CREATE INDEX ON events (customer) WHERE kind = 'placed';",
  ]);
});

it('writes a key of two columns below them', () => {
  const answer = `
table: inbox
columns:
  - { name: subscriber, type: text, pk: true }
  - { name: event_id, type: uuid, pk: true }
`;
  expect(sqlOf(answer)).toEqual([
    'CREATE TABLE inbox (\n  subscriber text,\n  event_id   uuid,\n  PRIMARY KEY (subscriber, event_id)\n);',
  ]);
});

it.each([
  ['unique', 'unique: true'],
  ['references', 'references: orders(id)'],
  ['check', 'check: 5'],
  ['identity', 'identity: maybe'],
] as const)('refuses %s where an activity does not allow it, whatever it says', (key, written) => {
  const others = ALLOWANCES.filter((allowed) => allowed !== key && allowed !== 'tables');
  const sentence = `3:29 [id] This activity does not ask for \`${key}\`; a later one does.`;
  expect(said(column(`name: id, type: text, ${written}`), others)).toEqual([sentence]);
});

describe('further keys that do not say what they should', () => {
  it.each([
    [
      'unique: yes',
      ['In YAML 1.2 `yes` is a word, not a yes or no, so `unique` does not know what to do with it.'],
    ],
    [
      'check: total >= 0',
      ['The check of `id` speaks of `total`; here a check speaks of its own column alone.'],
    ],
    ['check: 5', ['A condition is a short text.']],
    ['check: now() > 0', ['`now(…)` cannot be called here; `length(…)` can.']],
    ['references: orders', ['`orders` does not say which column of which table is meant.']],
    ['references: Orders(id)', ['`Orders` has capitals. Names are written in lower case.']],
    ['references: [orders]', ['A foreign key names a table and one of its columns.']],
    ['references: { table: orders }', ['The foreign key names no column.']],
    [
      'references: { table: orders, column: id, onDelete: destroy }',
      ['`onDelete` is one of `cascade`, `restrict`, `set null`, `no action`.'],
    ],
    [
      'references: { table: orders, column: id, on_delete: cascade }',
      ['There is no key `on_delete` in a foreign key. Did you mean `onDelete`?'],
    ],
    ['identity: always', ['An identity counts, and a `text` holds no numbers to count.']],
    [
      'identity: sometimes',
      [
        '`identity` is one of `always`, `by default`.',
        'An identity counts, and a `text` holds no numbers to count.',
      ],
    ],
    ['indexes: []', ['`indexes` does not belong in a column.']],
  ])('%s', (written, sentences) => {
    expect(
      said(column(`name: id, type: text, ${written}`)).map((each) => each.replace(/^\S+ \[id\] /, '')),
    ).toEqual(sentences);
  });

  it.each([
    ['indexes: [id]', ['An index is more than one word: it has `columns`.']],
    ['indexes: id', ['`indexes` is a list, and not too long a one.']],
    ['indexes: [{ where: id is null }]', ['This index says of no column that it holds it.']],
    ['indexes: [{ columns: id }]', ['The columns of an index are a list of names.']],
    ['indexes: [{ columns: [nope] }]', ['The index speaks of `nope`, and the table has no such column.']],
    [
      'indexes: [{ columns: [id], where: nope is null }]',
      ['The index speaks of `nope`, and the table has no such column.'],
    ],
    [
      'indexes: [{ columns: [id], where: id > 5 }]',
      ['The `where` of an index says one thing of one column here.'],
    ],
    ['indexes: [{ columns: [id], using: hash }]', ['There is no key `using` in an index.']],
    ['unique: true', ['`unique` does not belong at the top.']],
    [
      'unlogged: true',
      ['The rows of an UNLOGGED table are lost at a crash, and what it was to keep with them.'],
    ],
    [
      'temporary: true',
      ['A TEMPORARY table ends with its session, and nobody else can read it: its rows are lost at a crash.'],
    ],
  ])('%s', (written, sentences) => {
    const answer = `${column('name: id, type: int')}${written}\n`;
    expect(said(answer).map((each) => each.replace(/^\S+ /, ''))).toEqual(sentences);
  });
});

describe('several tables', () => {
  const several = (text: string) => said(text, ALLOWANCES);
  const table = (name: string, ...columns: readonly string[]) =>
    `  - table: ${name}\n    columns:\n${columns.map((each) => `      - { ${each} }\n`).join('')}`;

  it('reads each, and names its columns with it', () => {
    const answer = `tables:\n${table('orders', 'name: id, type: uuid, pk: true')}${table('events', 'name: id, type: nope')}`;
    expect(several(answer)).toEqual(['7:21 [events.id] PostgreSQL has no type `nope`. Did you mean `name`?']);
  });

  it.each([
    ['table: orders\ncolumns: []', ['1:1 This activity asks for several tables.']],
    ['orders: 5', ['1:1 There are no tables yet.']],
    ['tables: []', ['1:1 There are no tables yet.']],
    ['tables: {}', ['1:1 `tables` must be a list.']],
    ['tables: [orders]', ['1:10 [table 1] A table is more than one word: it has a name and columns.']],
  ])('%j', (text, sentences) => {
    expect(several(text)).toEqual(sentences);
  });

  it('has one table of a name', () => {
    const answer = `tables:\n${table('orders', 'name: id, type: uuid')}${table('orders', 'name: id, type: uuid')}`;
    expect(several(answer)).toEqual(['5:5 [orders] There is a table called `orders` already.']);
  });

  it('tells a circle of foreign keys, but lets a table refer to itself', () => {
    const circle = [
      table('orders', 'name: id, type: uuid, pk: true, references: orders(id)'),
      table('a', 'name: id, type: uuid, pk: true, references: b(id)'),
      table('b', 'name: id, type: uuid, pk: true, references: a(id)'),
    ];
    expect(several(`tables:\n${circle.join('')}`)).toEqual([
      '7:43 [a] The foreign keys go round in a circle, `a` → `b` → `a`, so none of these tables can be made first.',
    ]);
    expect(several(`tables:\n${circle[0]}`)).toEqual([]);
  });
});

/** The keys that an editor offers at a place of the schema. */
const offered = (schema: Json, ...path: readonly string[]): readonly string[] => {
  const at = path.reduce(
    (value: Json, key) => (value as { readonly [key: string]: Json })[key] ?? null,
    schema,
  );
  return Object.keys(at as object);
};

it('offers in the editor what an activity allows, and no more', () => {
  const ofColumn = ['properties', 'columns', 'items', 'properties'];
  expect(offered(shapeSchemaOf([]), 'properties')).toEqual(['table', 'columns']);
  expect(offered(shapeSchemaOf([]), ...ofColumn)).toEqual(['name', 'type', 'pk', 'nullable', 'default']);
  expect(offered(shapeSchemaOf(['unique', 'indexes']), 'properties')).toEqual([
    'table',
    'columns',
    'indexes',
  ]);
  expect(offered(shapeSchemaOf(['unique', 'indexes']), ...ofColumn)).toContain('unique');
  expect(offered(shapeSchemaOf(['tables']), 'properties')).toEqual(['tables']);
});
