import { expect, it } from 'vitest';
import { readTables } from './read-table';
import { createIndex, createTable } from './table-sql';

const sqlOf = (yaml: string) => {
  const reading = readTables(yaml);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return createTable(reading.tables[0].spec);
};

it('writes a table in aligned columns, in the words of its writer', () => {
  const yaml = `
table: orders_outbox
columns:
  - { name: id, type: BIGSERIAL, pk: true }
  - { name: event_type, type: text, nullable: false }
  - { name: occurred_at, type: timestamp(3) with time zone, nullable: false, default: now() }
  - { name: dispatched_at, type: timestamptz, nullable: true }
  - { name: note, type: text }
`;
  expect(sqlOf(yaml)).toBe(`CREATE TABLE orders_outbox (
  id            bigserial                   PRIMARY KEY,
  event_type    text                        NOT NULL,
  occurred_at   timestamp(3) with time zone NOT NULL DEFAULT now(),
  dispatched_at timestamptz                 NULL,
  note          text
);`);
});

it('quotes the words that SQL keeps for itself, and the values of defaults', () => {
  const yaml = `
table: user
columns:
  - { name: order, type: text, default: "it's; DROP TABLE orders" }
  - { name: paid, type: bool, default: false }
  - { name: count, type: int, default: -3 }
`;
  expect(sqlOf(yaml)).toBe(`CREATE TABLE "user" (
  "order" text DEFAULT 'it''s; DROP TABLE orders',
  paid    bool DEFAULT false,
  count   int  DEFAULT -3
);`);
});

it('writes an index over pending rows', () => {
  const where = { kind: 'null', term: { column: 'dispatched_at', length: false }, not: false } as const;
  expect(createIndex('orders_outbox', { columns: ['id'], unique: false, where })).toBe(
    'CREATE INDEX ON orders_outbox (id) WHERE dispatched_at IS NULL;',
  );
});

it('throws rather than let anything but a name into SQL', () => {
  expect(() => createIndex('orders; --', { columns: ['id'], unique: false, where: null })).toThrow(
    '"orders; --" is no identifier and must not reach SQL.',
  );
});
