// Ten thousand answers near the right one and ten thousand of YAML's own signs: none may throw, hang or pass wrongly.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import type { Json } from '@/lib/shared/json';
import { schemaKind } from './kind';
import { ordersOutbox, solution } from './orders-outbox.fixture';

const config = ordersOutbox();
const RUNS = { numRuns: 10_000, seed: 20_261_121 };

interface WrittenColumn {
  readonly name?: unknown;
  readonly type?: unknown;
  readonly pk?: unknown;
  readonly nullable?: unknown;
  readonly default?: unknown;
}

const matches = (pattern: RegExp) => (column: WrittenColumn) => pattern.test(String(column.type).trim());
const filled = (column: WrittenColumn) => column.nullable === false && column.pk !== true;
const bare = (column: WrittenColumn) => column.default === undefined || column.default === null;

const timestamptz = matches(/^(timestamptz *(\( *\d *\))?|timestamp *(\( *\d *\))? *with +time +zone)$/i);

/** What is asked of each column, written anew and as plainly as can be, apart from the rules that it judges. */
const asked: Readonly<Record<string, (column: WrittenColumn) => boolean>> = {
  id: (c) => matches(/^(bigserial|serial8)$/i)(c) && c.pk === true && c.nullable !== true && bare(c),
  aggregate_id: (c) => matches(/^uuid$/i)(c) && filled(c) && bare(c),
  event_type: (c) =>
    matches(/^(text|(varchar|char(acter)? +varying) *(\( *[1-9]\d{2,} *\))?)$/i)(c) && filled(c),
  payload: (c) => matches(/^jsonb$/i)(c) && filled(c),
  occurred_at: (c) => timestamptz(c) && filled(c),
  dispatched_at: (c) => timestamptz(c) && c.nullable !== false && c.pk !== true && bare(c),
};

function isRight(answer: string): boolean {
  const table = load(answer) as { readonly table?: unknown; readonly columns?: readonly WrittenColumn[] };
  const columns = table.columns ?? [];
  const named = (name: string) => columns.filter((column) => column.name === name);
  const further = columns.filter(({ name }) => !Object.hasOwn(asked, String(name)));
  return (
    table.table === 'orders_outbox' &&
    new Set(columns.map(({ name }) => name)).size === columns.length &&
    Object.entries(asked).every(([name, holds]) => named(name).length === 1 && named(name).every(holds)) &&
    further.every((column) => column.pk !== true && (column.nullable !== false || !bare(column)))
  );
}

const words = [
  ...[
    'id',
    'aggregate_id',
    'event_type',
    'payload',
    'occurred_at',
    'dispatched_at',
    'tenant',
    'orders_outbox',
  ],
  ...[
    'bigserial',
    'bigint',
    'serial8',
    'SERIAL',
    'int',
    'uuid',
    'text',
    'varchar(50)',
    'varchar(200)',
    'jsonb',
  ],
  ...[
    'json',
    'timestamptz',
    'timestamp',
    'timestamptz(3)',
    'timestamp with time zone',
    'boolean',
    'date',
    "'text[]'",
  ],
  ...['true', 'false', 'no', 'null', '""', '~', '"true"', '0', '*x', '&x true', '<<', '__proto__', '!!str x'],
  ...['name', 'type', 'pk', 'nullable', 'default', 'table', 'columns', 'unique', 'default: now(), pk'],
];
const signs = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ': ',
  '-',
  '- ',
  '\n',
  '\t',
  ' ',
  '"',
  "'",
  '#',
  '&a',
  '*a',
  '|',
  '>',
  '\0',
  '😀',
  '\\',
];

type Mutation = (text: string) => string;

const at = (text: string, part: number) => Math.floor(part * text.length);
const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const replaceWord: fc.Arbitrary<Mutation> = fc
  .tuple(part, fc.constantFrom(...words))
  .map(([where, word]) => (text) => {
    const found = [...text.matchAll(/\w+/g)];
    const old = found[Math.floor(where * found.length)];
    return old === undefined ? text : text.slice(0, old.index) + word + text.slice(old.index + old[0].length);
  });
const insertSign: fc.Arbitrary<Mutation> = fc.tuple(part, fc.constantFrom(...signs)).map(
  ([where, sign]) =>
    (text) =>
      text.slice(0, at(text, where)) + sign + text.slice(at(text, where)),
);
const cut: fc.Arbitrary<Mutation> = fc.tuple(part, fc.integer({ min: 1, max: 30 })).map(
  ([where, length]) =>
    (text) =>
      text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
);
const copyLine: fc.Arbitrary<Mutation> = fc.tuple(part, part).map(([from, to]) => (text) => {
  const lines = text.split('\n');
  lines.splice(Math.floor(to * lines.length), 0, lines[Math.floor(from * lines.length)] ?? '');
  return lines.join('\n');
});
const moveLine: fc.Arbitrary<Mutation> = fc.tuple(part, part).map(([from, to]) => (text) => {
  const lines = text.split('\n');
  const [line = ''] = lines.splice(Math.floor(from * lines.length), 1);
  lines.splice(Math.floor(to * lines.length), 0, line);
  return lines.join('\n');
});

const mutations = fc.array(
  fc.oneof({ arbitrary: replaceWord, weight: 4 }, insertSign, cut, copyLine, moveLine),
  {
    minLength: 1,
    maxLength: 4,
  },
);

/** True when it passed. Whatever hangs runs into the limit of the test. */
function reads(answer: string): boolean {
  const { verdict } = schemaKind.read(config, answer);
  expect(verdict.checks.every(({ message }) => message.length > 0)).toBe(true);
  return verdict.passed;
}

it('judges mutated answers as a plain second opinion does', () => {
  let passed = 0;
  fc.assert(
    fc.property(mutations, (steps) => {
      const answer = steps.reduce((text, mutate) => mutate(text), solution);
      if (!reads(answer)) return;
      passed += 1;
      expect(isRight(answer), answer).toBe(true);
    }),
    RUNS,
  );
  expect(passed).toBeGreaterThan(300);
}, 60_000);

it('survives every mixture of signs', () => {
  const texts = fc
    .array(fc.constantFrom(...signs, ...words), { maxLength: 60 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (answer) => {
      expect(reads(answer)).toBe(false);
    }),
    RUNS,
  );
}, 60_000);

/** An activity that allows everything, with a right answer. */
const everything = () => {
  const folder = new URL('fixtures/order-tables/', import.meta.url);
  const text = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const compiled = schemaKind.compile({
    folder: 'order-tables',
    keys: load(text('activity.yaml')) as Json,
    start: '',
    solutions: [text('solution.yaml')],
    scenario: null,
    files: {},
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return { config: compiled.value, solution: text('solution.yaml') };
};

it('survives mutated answers of several tables, and lets no word into SQL that it does not know', () => {
  const whole = everything();
  const further = [
    ...['references: orders(id)', 'references', 'check', 'identity', 'always', 'unique: true', 'indexes'],
    ...['orders(id)', 'inbox(event_id)', 'not', 'is null', 'in', 'pg_sleep(9)', "'; DROP TABLE orders; --"],
  ];
  const steps = fc.array(fc.oneof(mutations, fc.tuple(part, fc.constantFrom(...further))), { maxLength: 3 });
  let passed = 0;
  fc.assert(
    fc.property(steps, (all) => {
      const answer = all.reduce((text, step) => mutated(text, step), whole.solution);
      const reading = schemaKind.read(whole.config, answer);
      expect(reading.verdict.checks.every(({ message }) => message.length > 0)).toBe(true);
      if (reading.verdict.passed) passed += 1;
      const bare = (reading.becomes ?? '').replaceAll(/'(?:[^']|'')*'/g, '');
      expect(bare).not.toMatch(/pg_sleep|DROP|--/);
    }),
    { ...RUNS, numRuns: 4_000 },
  );
  expect(passed).toBeGreaterThan(100);
}, 60_000);

type Step = readonly Mutation[] | readonly [number, string];

/** A word takes the place of another. */
const mutated = (text: string, step: Step): string => {
  const [where, word] = step;
  if (typeof where !== 'number') {
    return (step as readonly Mutation[]).reduce((before, mutate) => mutate(before), text);
  }
  const found = [...text.matchAll(/[\w()]+/g)];
  const old = found[Math.floor(where * found.length)];
  return old === undefined
    ? text
    : text.slice(0, old.index) + String(word) + text.slice(old.index + old[0].length);
};
