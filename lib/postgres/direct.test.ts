import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from './database';
import { openDatabase } from './direct';
import { DatabaseDied, DatabaseSpoilt } from './session';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
beforeEach(() => database.reset());
afterAll(() => database.close());

const ask = async (...sql: string[]) =>
  database.run(sql.map((statement, index) => ({ id: String(index + 1), sql: statement })));

const one = async (sql: string) => {
  const [outcome] = await ask(sql);
  return outcome?.ok ? outcome.rows[0] : outcome?.error;
};

describe('rows', () => {
  it('hold as JSON what JSON holds exactly, and the rest as PostgreSQL writes it', async () => {
    await expect(
      one(`select 9007199254740993 as "bigint", 7 as "integer", 1.50 as "numeric", true as "boolean", null as "null",
        '{"total": 12.5, "items": [1]}'::jsonb as "jsonb", '\\x00ff'::bytea as "bytea", 'NaN'::float8 as "float",
        timestamptz '2026-01-02 03:04:05.6789+00' as "timestamptz", date '2026-01-02' as "date",
        array[timestamptz '2026-01-02 00:00Z'] as "times", array[1::bigint] as "bigints", interval '1 day' as "interval"`),
    ).resolves.toEqual({
      bigint: '9007199254740993',
      integer: 7,
      numeric: '1.50',
      boolean: true,
      null: null,
      jsonb: { total: 12.5, items: [1] },
      bytea: '\\x00ff',
      float: 'NaN',
      timestamptz: '2026-01-02 03:04:05.6789+00',
      date: '2026-01-02',
      times: ['2026-01-02 00:00:00+00'],
      bigints: ['1'],
      interval: '1 day',
    });
  });
});

describe('errors', () => {
  it('come whole, and do not stop what follows', async () => {
    const outcomes = await ask(
      'create table t (id bigint primary key)',
      'insert into t values (1)',
      'insert into t values (1)',
      'select nothing from t',
      'select id from t',
    );
    expect(outcomes.slice(2)).toEqual([
      {
        id: '3',
        ok: false,
        error: {
          code: '23505',
          message: 'duplicate key value violates unique constraint "t_pkey"',
          detail: 'Key (id)=(1) already exists.',
          hint: null,
          position: null,
        },
      },
      {
        id: '4',
        ok: false,
        error: {
          code: '42703',
          message: 'column "nothing" does not exist',
          detail: null,
          hint: null,
          position: 8,
        },
      },
      { id: '5', ok: true, rows: [{ id: '1' }] },
    ]);
  });
});

describe('a reset', () => {
  const left: readonly (readonly [what: string, leave: readonly string[], look: string])[] = [
    ['tables', ['create table t ()'], `select to_regclass('t')::text as remains`],
    ['an open transaction', ['begin', 'create table t ()'], `select to_regclass('t')::text as remains`],
    ['a failed transaction', ['begin', 'select 1/0'], 'select null as remains'],
    ['temporary tables', ['create temp table t ()'], `select to_regclass('t')::text as remains`],
    [
      'other schemas',
      ['create schema s', 'create table s.t ()'],
      `select to_regnamespace('s')::text as remains`,
    ],
    [
      'settings',
      ['set search_path = pg_catalog'],
      `select nullif(current_setting('search_path'), 'public') as remains`,
    ],
    [
      'a time zone',
      [`set time zone 'Asia/Tokyo'`],
      `select nullif(current_setting('timezone'), 'UTC') as remains`,
    ],
    [
      'a stack',
      [`set max_stack_depth = '2MB'`],
      `select nullif(current_setting('max_stack_depth'), '100kB') as remains`,
    ],
    [
      'prepared statements',
      ['prepare p as select 1'],
      'select max(name) as remains from pg_prepared_statements',
    ],
    ['listeners', ['listen channel'], 'select max(c) as remains from pg_listening_channels() c'],
    [
      'advisory locks',
      ['select pg_advisory_lock(1)'],
      `select max(mode) as remains from pg_locks where locktype = 'advisory'`,
    ],
    ['roles', ['create role r', 'set role r'], `select nullif(current_user::text, 'postgres') as remains`],
    [
      'event triggers',
      [
        `create function no() returns event_trigger language plpgsql as $$ begin raise 'no'; end $$`,
        'create event trigger no on ddl_command_start execute function no()',
      ],
      'select max(evtname)::text as remains from pg_event_trigger',
    ],
  ];
  it.each(left)('leaves no trace of %s', async (_, leave, look) => {
    const outcomes = await ask(...leave);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.error.code !== '22012')).toEqual([]);
    await database.reset();
    await expect(one(look)).resolves.toEqual({ remains: null });
    await expect(one('create table again (id bigserial primary key)')).resolves.toBeUndefined();
  });

  it('survives a recursion without end', async () => {
    await ask(endlessRecursion);
    await expect(one('select f()')).resolves.toMatchObject({
      code: '54001',
      message: 'stack depth limit exceeded',
    });
    await database.reset();
    await expect(one('select 1 as here')).resolves.toEqual({ here: 1 });
  });
});

const endlessRecursion = 'create function f() returns int language plpgsql as $$ begin return f(); end $$';

describe('a database that', () => {
  let doomed: Database;
  beforeEach(async () => {
    doomed = await openDatabase();
  });
  const run = (...sql: string[]) => doomed.run(sql.map((statement) => ({ id: statement, sql: statement })));

  it('was killed by its stack says so, though it goes on answering with nothing', async () => {
    const died = run(`set max_stack_depth = '7MB'`, endlessRecursion, 'select f()');
    await expect(died).rejects.toEqual(new DatabaseDied('The database no longer answers select 1+1 with 2.'));
  });

  it('lost its language cannot be emptied, and says so', async () => {
    await run('drop extension plpgsql');
    await expect(doomed.reset()).rejects.toThrow(new DatabaseSpoilt('The database cannot be emptied.'));
  });

  it.each([
    [
      'another now()',
      `create or replace function pg_catalog.now() returns timestamptz language sql as $$ select '2000-01-01'::timestamptz $$`,
    ],
    ['one more function', 'create function pg_catalog.f() returns int language sql as $$ select 1 $$'],
    ['one function less', `delete from pg_proc where oid = 'pi()'::regprocedure`],
    [
      'another view',
      'create or replace view information_schema.catalog_name as select current_database()::name',
    ],
    ['a setting of its role', `alter role postgres set timezone = 'Asia/Tokyo'`],
    ['a cast', 'create cast (text as jsonb) with inout as implicit'],
    ['rights given ahead', 'alter default privileges grant select on tables to public'],
    ['a comment', `comment on function pg_catalog.now() is 'mine'`],
    ['a large object', 'select lo_create(0)'],
  ])('was given %s is not as it was, and says so', async (_, sql) => {
    await expect(run(sql)).resolves.toMatchObject([{ ok: true }]);
    await expect(doomed.reset()).rejects.toEqual(new DatabaseSpoilt('PostgreSQL itself was changed.'));
    await doomed.close();
  });

  it('was asked for anything else is as it was', async () => {
    const outcomes = await run(
      `create table t (id bigserial primary key, s text check (s <> ''))`,
      `insert into t (s) select 'a' from generate_series(1, 1000)`,
      'create temp table u as select * from t',
      'create role r',
      'grant select on t to r',
      'vacuum',
      'analyze',
      `alter system set timezone = 'Asia/Tokyo'`,
      'select pg_reload_conf()',
    );
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    await doomed.reset();
    await doomed.reset();
    await expect(doomed.run([{ id: 'zone', sql: 'show timezone' }])).resolves.toMatchObject([
      { rows: [{ TimeZone: 'UTC' }] },
    ]);
  });
});

describe('statements', () => {
  it('of a group are left out once one of them failed; others go on', async () => {
    const outcomes = await database.run([
      { id: '1', sql: 'select 1', group: 'a' },
      { id: '2', sql: 'select 1/0', group: 'a' },
      { id: '3', sql: 'select 1', group: 'a' },
      { id: '4', sql: 'select 1', group: 'b' },
    ]);
    expect(outcomes.map(({ id, ok }) => [id, ok])).toEqual([
      ['1', true],
      ['2', false],
      ['4', true],
    ]);
  });

  it('of a script run at once, to the first that fails', async () => {
    const [script, rows] = await database.run([
      {
        id: 'script',
        sql: "create table t (s text); insert into t values (';'); insert into t select 1/0",
        script: true,
      },
      { id: 'rows', sql: `select to_regclass('t')::text as t` },
    ]);
    expect(script).toMatchObject({ ok: false, error: { code: '22012' } });
    expect(rows).toMatchObject({ rows: [{ t: null }] });
  });

  it('may leave out a parameter that stands before one they use', async () => {
    const sql = "select $3::int + 1 as n, $1 || '!' as s";
    const params = ['a', 'b', 2];
    await expect(database.run([{ id: '1', sql, params, unused: [2] }])).resolves.toEqual([
      { id: '1', ok: true, rows: [{ n: 3, s: 'a!' }] },
    ]);
    await expect(database.run([{ id: '1', sql, params }])).resolves.toMatchObject([
      { error: { code: '42P18', message: 'could not determine data type of parameter $2' } },
    ]);
  });

  it('give as many rows as anybody can look at', async () => {
    const [outcome] = await ask('select generate_series(1, 10001) as n');
    expect(outcome?.ok && outcome.rows).toHaveLength(10_000);
  });
});
