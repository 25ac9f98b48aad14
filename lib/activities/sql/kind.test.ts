import { afterAll, describe, expect, it } from 'vitest';
import { createGatherer } from '@/lib/grading/gatherer';
import { createGrader } from '@/lib/grading/grader';
import { openDatabase } from '@/lib/postgres/direct';
import type { Json } from '@/lib/shared/json';
import type { ActivitySource } from '../kind';
import { sealed } from '../sealed';
import type { Verdict } from '../verdict';
import { sqlKind } from './kind';

const grader = createGrader(createGatherer(openDatabase));
afterAll(() => grader.close());
const kind = sealed(sqlKind);

/** An account and what was done to it: small enough to see whole. */
const source = (checks: readonly Json[], keys: { readonly [key: string]: Json } = {}): ActivitySource => ({
  folder: 'money',
  keys: { checks, tables: ['accounts', 'moves'], ...keys },
  start: '',
  solutions: [''],
  scenario: null,
  files: {
    'schema.sql':
      'CREATE TABLE accounts (id int PRIMARY KEY, owner text, cents int CHECK (cents >= 0)); CREATE TABLE moves (id serial PRIMARY KEY, cents int)',
    'fixtures.sql': "INSERT INTO accounts VALUES (1, 'Ada', 100), (2, 'Grace', 0)",
  },
});

function judge(checks: readonly Json[], answer: string, keys = {}): Promise<Verdict> {
  const config = kind.compile(source(checks, keys));
  if (!config.ok) throw new Error(config.problems.map(({ message }) => message).join(' '));
  return grader.grade(kind, config.value, answer);
}

/** `id line:column message` of what failed; `id: message` of what passed, without the first layers. */
const told = ({ checks }: Verdict): readonly string[] =>
  checks
    .filter(({ id, passed }) => !(passed && (id === 'size' || id === 'syntax')))
    .map(({ id, passed, place, message }) =>
      passed ? `${id}: ${message}` : `${id} ${place?.line ?? '-'}:${place?.column ?? '-'} ${message}`,
    );

const grade = async (checks: readonly Json[], answer: string, keys = {}) =>
  told(await judge(checks, answer, keys));

const runs = { id: 'runs', rule: 'runs', says: 'refused: {found}' };

describe('the text', () => {
  it.each([
    ['-- nothing', 'syntax -:- There is no statement yet.'],
    ['select 1;\nselect (', 'syntax 2:9 PostgreSQL cannot read this: syntax error at end of input.'],
    [
      'insert into moves (cents)\nvalue (1)',
      'syntax 2:1 PostgreSQL cannot read this: syntax error at or near "value".',
    ],
    ['select $1', 'syntax 1:1 There is no `$1` here: you are given no parameter.'],
    ['select 1;'.repeat(41), 'syntax 1:361 There are more than 40 statements; none was run.'],
  ])('%.30j', async (answer, expected) => {
    await expect(grade([runs], answer)).resolves.toEqual([expected]);
  });

  it('of more than 64 KB is not read', async () => {
    const { checks } = await judge([runs], `-- ${'x'.repeat(70_000)}`);
    expect(checks.map(({ id, passed, message }) => [id, passed, message])).toEqual([
      ['size', false, 'The answer is larger than 64 KB, and was not read.'],
    ]);
  });

  it('that is refused has PostgreSQL’s own words, at their place', async () => {
    const { checks } = await judge([runs], "select 1;\nselect 'ü' as u,\n  nothing from moves;\nselect 2");
    expect(checks.at(-1)).toMatchObject({
      id: 'runs',
      message: 'refused: column "nothing" does not exist',
      place: { line: 3, column: 3, endLine: 3, endColumn: 10 },
      database: { code: '42703', position: 20 },
    });
  });
});

it('that ran shows the tables before and after, also when all is well', async () => {
  const { passed, checks } = await judge([runs], 'insert into moves (cents) values (5)');
  expect(passed).toBe(true);
  expect(checks.at(-1)?.explanation).toMatchObject({
    tables: [
      { title: 'accounts, before' },
      { title: 'accounts, after', marked: [] },
      { title: 'moves, before', rows: [] },
      { title: 'moves, after', columns: ['id', 'cents'], rows: [{ id: 1, cents: 5 }], marked: [0] },
    ],
  });
});

it('has beside it what is given', () => {
  const parameters = [{ is: 'the owner', value: 'Linus' }];
  const config = kind.compile(source([runs], { parameters }));
  if (!config.ok) throw new Error('It compiles.');
  expect(kind.read(config.value, '').becomes).toMatch(/^-- \$1: the owner\n\nCREATE TABLE accounts /);
});

describe('the rule forbids', () => {
  it('names the statement, and nothing is run', async () => {
    const forbids = { id: 'kept', rule: 'forbids', nodes: ['DropStmt'], says: 'no {statement} at {line}' };
    await expect(grade([runs, forbids], 'select 1;\ndrop table moves')).resolves.toEqual([
      'kept 2:1 no drop table moves at 2',
    ]);
  });

  it('looks into statements too', async () => {
    const forbids = { id: 'kept', rule: 'forbids', nodes: ['DeleteStmt'], says: '{found} at {line}' };
    const answer = 'with gone as (delete from moves returning 1) select * from gone';
    await expect(grade([runs, forbids], answer)).resolves.toEqual(['kept 1:1 DeleteStmt at 1']);
  });
});

describe('the rule rows', () => {
  const check = (more = {}): Json => ({
    id: 'balance',
    rule: 'rows',
    query: 'SELECT id, cents FROM accounts ORDER BY id',
    equals: [
      { cents: 60, id: 1 },
      { id: 2, cents: 40 },
    ],
    says: '{found} and not {expected}',
    ...more,
  });

  it('looks at what everybody sees once the connection has ended', async () => {
    const answer =
      'update accounts set cents = 100 - id * 20 - 20 where id = 1; update accounts set cents = 40 where id = 2';
    await expect(grade([check()], answer)).resolves.toEqual(['balance: The rows are there.']);
    await expect(grade([check()], `begin; ${answer}`)).resolves.toEqual([
      'balance -:- id: 1, cents: 100; id: 2, cents: 0 and not cents: 60, id: 1; id: 2, cents: 40',
    ]);
  });

  it('holds to the order only where it is told to', async () => {
    const equals = [{ id: 2 }, { id: 1 }];
    const query = 'SELECT id FROM accounts ORDER BY id';
    await expect(grade([check({ query, equals })], 'select 1')).resolves.toEqual([
      'balance: The rows are there.',
    ]);
    await expect(grade([check({ query, equals, ordered: true })], 'select 1')).resolves.toEqual([
      'balance -:- id: 1; id: 2 and not id: 2; id: 1',
    ]);
  });

  it('tries every case, so that what is written by hand is right for one only', async () => {
    const keys = {
      parameters: [
        { is: 'the owner', value: 'Linus' },
        { is: 'the id', value: 3 },
      ],
      cases: [{ name: 'somebody else', parameters: ['Edsger', 4], given: 'DELETE FROM accounts' }],
    };
    const query = 'SELECT owner FROM accounts WHERE id = $2 AND owner = $1';
    const rows = {
      id: 'owner',
      rule: 'rows',
      query: `SELECT count(*)::int AS n FROM (${query}) AS q`,
      equals: [{ n: 1 }],
      says: '{found}',
    };
    await expect(grade([rows], 'insert into accounts (id, owner) values ($2, $1)', keys)).resolves.toEqual([
      'owner: The rows are there.',
    ]);
    await expect(
      grade([rows], "insert into accounts (id, owner) values ($2, 'Linus')", keys),
    ).resolves.toEqual(['owner -:- Tried with somebody else: n: 0']);
  });
});

describe('the rule affects', () => {
  const affects = {
    id: 'touched',
    rule: 'affects',
    table: 'accounts',
    updates: 1,
    says: '{found}, not {expected}',
  };
  it.each([
    ['update accounts set cents = 1 where id = 2', 'touched: `accounts` has 1 changed row.'],
    ['update accounts set cents = 1', 'touched -:- 2 changed rows, not 1 changed row'],
    ['update accounts set cents = cents', 'touched -:- no row changed, not 1 changed row'],
    [
      'delete from accounts where id = 1; insert into accounts values (7)',
      'touched -:- 1 new, 1 removed rows, not 1 changed row',
    ],
  ])('%s', async (answer, expected) => {
    await expect(grade([affects], answer)).resolves.toEqual([expected]);
  });
});

describe('the rule committed', () => {
  const committed = { id: 'committed', rule: 'committed', says: 'open' };
  const insert = 'insert into moves (cents) values (1)';
  it.each([
    [insert, 'committed: Nothing is left open at the end.'],
    [`begin; begin; ${insert}; commit`, 'committed: Nothing is left open at the end.'],
    [`begin; ${insert}; rollback`, 'committed: Nothing is left open at the end.'],
    [`${insert}; begin; select 1`, 'committed: Nothing is left open at the end.'],
    [`begin;\n${insert}`, 'committed 2:1 open'],
    [`begin; ${insert}; commit and chain; ${insert}`, 'committed 1:64 open'],
    [`begin; ${insert}; savepoint s; release s`, 'committed 1:59 open'],
  ])('%s', async (answer, expected) => {
    await expect(grade([committed], answer)).resolves.toEqual([expected]);
  });
});

/** What goes out of accounts goes into moves. */
describe('the rule invariant', () => {
  const check = (more = {}): Json => ({
    id: 'balanced',
    rule: 'invariant',
    query:
      "SELECT sum || ' cents too many' FROM (SELECT (SELECT sum(cents) FROM accounts) + coalesce((SELECT sum(cents) FROM moves), 0) AS sum) AS s WHERE sum <> 100",
    says: '{when} {found}',
    ...more,
  });
  const [out, into] = [
    'update accounts set cents = 70 where id = 1',
    'insert into moves (cents) values (30)',
  ];
  const held = (words: string) => `balanced: It holds at the end, ${words}`;
  it.each([
    [
      'one transaction',
      `begin; ${out}; ${into}; commit`,
      held('and after a crash at each of the 3 places between your statements.'),
    ],
    [
      'one after the other',
      `${out};\n${into}`,
      'balanced 1:1 A crash right behind line 1 leaves 70 cents too many',
    ],
    [
      'the other way round',
      `${into};\n${out}`,
      'balanced 1:1 A crash right behind line 1 leaves 130 cents too many',
    ],
    [
      'one statement',
      `with a as (${out}) ${into}`,
      'balanced: It holds at the end, and one statement leaves no place for a crash.',
    ],
    ['half of it', `begin;\n${out};\ncommit`, 'balanced 3:1 At the end there is 70 cents too many'],
    [
      'a commit in between',
      `begin;\n${out};\ncommit;\nbegin;\n${into};\ncommit`,
      'balanced 3:1 A crash right behind line 3 leaves 70 cents too many',
    ],
    [
      'a savepoint',
      `begin; ${out}; savepoint s; ${into}; rollback to s; ${into}; commit`,
      held('and after a crash at each of the 6 places between your statements.'),
    ],
    [
      'a commit of what failed',
      `begin; ${out}; select 1/0; ${into}; commit`,
      held('and after a crash at each of the 4 places between your statements.'),
    ],
    [
      'an error before the second',
      `${out};\nselect 1/0;\n${into}`,
      'balanced 3:1 At the end there is 70 cents too many',
    ],
    [
      'tables of its own',
      `create temp table t (n int); begin; ${out}; ${into}; commit`,
      held('and after a crash at each of the 4 places between your statements.'),
    ],
  ])('%s', async (_, answer, expected) => {
    await expect(grade([check()], answer)).resolves.toEqual([expected]);
  });

  it('says what holds, and where that was tried', async () => {
    const works = 'Nothing is made of nothing. {found}';
    await expect(grade([check({ when: ['end'], works })], 'select 1')).resolves.toEqual([
      'balanced: Nothing is made of nothing. It holds at the end.',
    ]);
  });

  it('may be asked of the end alone', async () => {
    await expect(grade([check({ when: ['end'] })], `${out}; ${into}`)).resolves.toEqual([
      'balanced: It holds at the end.',
    ]);
  });

  it('shows what the crash left, beside the tables before and after', async () => {
    const { checks } = await judge([check()], `${out}; ${into}`);
    expect(checks.at(-1)?.explanation).toMatchObject({
      show: 'rows',
      tables: [
        { title: 'What the crash left', rows: [{ '?column?': '70 cents too many' }], marked: [0] },
        { title: 'accounts, before', rows: [{ id: 1, cents: 100 }, { id: 2 }], marked: [] },
        { title: 'accounts, after the crash', rows: [{ id: 1, cents: 70 }, { id: 2 }], marked: [0] },
        { title: 'moves, before', rows: [] },
        { title: 'moves, after the crash', rows: [] },
      ],
    });
  });
});

describe('the rule plan', () => {
  const plan = (more: object): Json => ({ id: 'plan', rule: 'plan', says: '{found}', ...more });
  const many = { cases: [] };
  it('tells whether an index is used', async () => {
    const query = 'SELECT * FROM moves WHERE id = 7';
    const filled = 'insert into moves (cents) select 1 from generate_series(1, 2000); analyze moves';
    await expect(grade([plan({ query, uses: 'moves_pkey' })], filled, many)).resolves.toEqual([
      'plan: PostgreSQL goes about it so: Index Scan on `moves_pkey`.',
    ]);
    await expect(grade([plan({ query, uses: 'moves_cents' })], filled, many)).resolves.toEqual([
      'plan -:- Index Scan on `moves_pkey`',
    ]);
  });

  it('is of the answer’s last statement unless a query is given', async () => {
    await expect(
      grade([plan({ avoids: 'moves' })], 'select * from accounts;\nselect * from moves where cents > 1'),
    ).resolves.toEqual(['plan 2:1 Seq Scan on `moves`']);
  });
});

describe('the rule refuses', () => {
  const query = "INSERT INTO accounts VALUES (9, 'Nobody', 5)";
  const refuses = { id: 'refused', rule: 'refuses', query, code: '23514', says: '{found}' };
  it.each([
    ["alter table accounts add check (owner <> 'Nobody')", 'refused: What must be refused is refused.'],
    ['select 1', 'refused -:- it went in'],
    [
      'insert into accounts values (9)',
      'refused -:- duplicate key value violates unique constraint "accounts_pkey"',
    ],
  ])('%s', async (answer, expected) => {
    await expect(grade([refuses], answer)).resolves.toEqual([expected]);
  });
});

describe('an activity', () => {
  const problems = (checks: readonly Json[], keys = {}) => {
    const compiled = kind.compile(source(checks, keys));
    return compiled.ok ? [] : compiled.problems.map(({ code, message }) => `${code} ${message}`);
  };
  it.each([
    [{ id: 'a', rule: 'rows', says: '' }, 'C802 The check `a` does not say what its rule `rows` needs.'],
    [
      { id: 'a', rule: 'forbids', says: '' },
      'C802 The check `a` does not say what its rule `forbids` needs.',
    ],
    [{ id: 'a', rule: 'plan', says: '' }, 'C802 The check `a` does not say what its rule `plan` needs.'],
    [
      { id: 'a', rule: 'affects', table: 'orders', says: '' },
      'C803 The check `a` speaks of `orders`, which is not among `tables`.',
    ],
    [
      { id: 'a', rule: 'head', says: '' },
      'C805 The rule `head` of the check `a` is about a claim, and `claims` does not say of which table.',
    ],
  ])('%j', (check, problem) => {
    expect(problems([check])).toEqual([problem]);
  });

  it('gives each case all parameters', () => {
    const keys = { parameters: [{ is: 'the id', value: 1 }], cases: [{ name: 'none', parameters: [] }] };
    expect(problems([runs], keys)).toEqual(['C806 The case “none” has 0 parameters, and the activity 1.']);
  });

  it('whose tables cannot be made says that it is not the learner’s fault', async () => {
    const config = kind.compile({ ...source([runs]), files: { 'schema.sql': 'CREATE TABLE (' } });
    if (!config.ok) throw new Error('It compiles.');
    expect(told(await grader.grade(kind, config.value, 'select 1'))).toEqual([
      'database -:- The tables of this activity cannot be made: syntax error at or near "(". This is no fault of yours.',
      'runs: PostgreSQL ran every statement.',
    ]);
  });
});
