import { afterAll, describe, expect, it } from 'vitest';
import { createGatherer } from '@/lib/grading/gatherer';
import type { Json } from '@/lib/shared/json';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { judge } from '../judge';
import { sealed } from '../sealed';
import { orderKind } from './kind';

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value));

const compile = (keys: Json, scenario: Json | null = null) =>
  orderKind.compile({ folder: 'order', keys, start: '', solutions: [], scenario, files: {} });

const gatherer = createGatherer();
afterAll(() => gatherer.close());

function check(keys: Json, answer: string, scenario: Json | null = null) {
  const compiled = compile(keys, scenario);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
  const kind = sealed(orderKind);
  const config = json(compiled.value);
  return judge(kind, config, kind.read(config, answer), gatherer.gather);
}

const failuresOf = async (...args: Parameters<typeof check>) =>
  (await check(...args)).checks.filter(({ passed }) => !passed).map(({ id, message }) => `${id}: ${message}`);

const morning: Json = {
  pieces: [
    { id: 'shoes', text: 'Shoes' },
    { id: 'socks', text: 'Socks' },
    { id: 'hat', text: 'Hat' },
    { id: 'gloves', text: 'Gloves', distractor: 'It is June.' },
  ],
  checks: [
    { id: 'missing', rule: 'present', says: 'You lack {found}.' },
    { id: 'stray', rule: 'left-out', says: '{piece}? {because}' },
    {
      id: 'feet',
      rule: 'before',
      pieces: ['socks', 'shoes'],
      says: '“{piece}” comes before “{other}”.',
      why: 'Try it.',
    },
  ],
};

describe('an order that is looked at', () => {
  it.each(['[socks, shoes, hat]', '[hat, socks, shoes]', '- socks\n- hat\n- shoes\n'])(
    'may be %j',
    async (answer) => {
      expect(await failuresOf(morning, answer)).toEqual([]);
    },
  );

  it.each([
    ['[]', ['missing: You lack 3 pieces.']],
    ['[shoes, socks]', ['missing: You lack one piece.', 'feet: “Socks” comes before “Shoes”.']],
    ['[gloves, socks, shoes, hat]', ['stray: Gloves? It is June.']],
    ['socks', ['shape: An order is a list of pieces.']],
    ['[sock]', ['shape: No piece is called `sock`.']],
    ['[hat, hat]', ['shape: `hat` stands here twice; there is one of each.']],
  ])('cannot be %s', async (answer, expected) => {
    expect(await failuresOf(morning, answer)).toEqual(expected);
  });

  it('is marked where the late piece stands, and says what is right', async () => {
    const { checks } = await check(morning, '[shoes, socks, hat]');
    expect(checks.find(({ id }) => id === 'feet')).toMatchObject({
      why: 'Try it.',
      place: { line: 1, column: 2 },
    });
    expect(checks.find(({ id }) => id === 'missing')?.message).toBe('No piece is missing.');
  });
});

const transaction: Json = {
  setup: ['CREATE TABLE orders (id int PRIMARY KEY)', 'CREATE TABLE outbox (id int REFERENCES orders)'],
  pieces: [
    { id: 'begin', text: 'Begin', sql: 'BEGIN' },
    { id: 'order', text: 'Order', sql: 'INSERT INTO orders VALUES (7)' },
    { id: 'event', text: 'Event', sql: 'INSERT INTO outbox VALUES (7)' },
    { id: 'commit', text: 'Commit', sql: 'COMMIT' },
  ],
  checks: [
    { id: 'runs', rule: 'runs', says: '{piece}: {found}.' },
    {
      id: 'atomic',
      rule: 'never',
      query: 'SELECT id FROM orders WHERE id NOT IN (SELECT id FROM outbox)',
      says: 'An order without its event {found}.',
    },
    {
      id: 'there',
      rule: 'rows',
      query: 'SELECT count(*) FROM outbox',
      rows: [{ count: 1 }],
      says: 'In the end: {found}.',
    },
  ],
};

describe('an order that PostgreSQL runs', () => {
  it.each([
    ['[begin, order, event, commit]', []],
    ['[order, event]', ['atomic: An order without its event after a crash behind “Order”.']],
    ['[begin, order, commit, event]', ['atomic: An order without its event after a crash behind “Commit”.']],
    ['[begin, order, event]', ['there: In the end: count 0.']],
    [
      '[event, order]',
      [
        'runs: Event: insert or update on table "outbox" violates foreign key constraint "outbox_id_fkey".',
        'atomic: An order without its event at the end.',
        'there: In the end: count 0.',
      ],
    ],
  ])('%s', async (answer, expected) => {
    expect(await failuresOf(transaction, answer)).toEqual(expected);
  });

  it('shows the rows that break it', async () => {
    const { checks } = await check(transaction, '[order]');
    expect(checks.find(({ id }) => id === 'atomic')?.explanation).toEqual({
      show: 'rows',
      tables: [{ title: 'at the end', columns: ['id'], rows: [{ id: 7 }], marked: [0] }],
    });
  });
});

const relay: Json = {
  role: 'relay',
  pieces: [
    { id: 'poll', text: 'Poll', calls: 'pending' },
    { id: 'publish', text: 'Publish', calls: 'publish' },
    { id: 'mark', text: 'Mark', calls: 'mark' },
  ],
  checks: [{ id: 'holds', rule: 'holds', says: 'It breaks {found}.' }],
};

describe('an order that is explored', () => {
  const scenario = json(scenarioOf({ workload: { orders: 1 } }));

  it.each([
    ['[poll, publish, mark]', []],
    ['[poll, mark, publish]', ['holds: It breaks I2.']],
  ])('%s', async (answer, expected) => {
    expect(await failuresOf(relay, answer, scenario)).toEqual(expected);
  });

  it('opens the schedule that breaks it', async () => {
    const { checks } = await check(relay, '[poll, mark, publish]', scenario);
    expect(checks.at(-1)?.explanation).toMatchObject({ show: 'schedule', explored: { verdict: 'broken' } });
  });
});

it('names every check that could not be judged', () => {
  const compiled = compile({
    pieces: [
      { id: 'a', text: 'A' },
      { id: 'a', text: 'B', calls: 'mark' },
    ],
    checks: [
      { id: 'u', rule: 'before', pieces: ['b'], says: '.' },
      { id: 'v', rule: 'never', says: '.' },
      { id: 'w', rule: 'runs', says: '.' },
      { id: 'x', rule: 'holds', says: '.' },
    ],
  });
  expect(compiled.ok ? [] : compiled.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'C1401 Two pieces are called `a`.',
    'C1402 The piece `a` stands for a call, and nobody says whose.',
    'C1403 The check `u` speaks of the piece `b`, and there is none.',
    'C1404 The check `u` has the rule `before`, and does not say what comes before what.',
    'C1404 The check `v` has the rule `never`, and has no query.',
    'C1404 The check `v` has the rule `never`, and no piece has SQL.',
    'C1404 The check `w` has the rule `runs`, and no piece has SQL.',
    'C1404 The check `x` has the rule `holds`, and there is nothing to explore.',
  ]);
});
