import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from './database';
import { DatabaseDied, DatabaseOverdue } from './session';
import { openThreaded } from './threaded';

let database: Database;
const open = async (...limit: Parameters<typeof openThreaded>) => {
  database = await openThreaded(...limit);
  return (...sql: string[]) => database.run(sql.map((text, index) => ({ id: String(index + 1), sql: text })));
};
afterEach(() => database.close());

describe('a database in a thread', () => {
  it('answers as one in this thread does, errors and all, and can be emptied', async () => {
    const run = await open();
    await run('create table t (id bigint primary key)', 'insert into t values (1)');
    await expect(run('insert into t values (1)', 'select * from t')).resolves.toEqual([
      {
        id: '1',
        ok: false,
        error: {
          code: '23505',
          message: 'duplicate key value violates unique constraint "t_pkey"',
          detail: 'Key (id)=(1) already exists.',
          hint: null,
          position: null,
        },
      },
      { id: '2', ok: true, rows: [{ id: '1' }] },
    ]);
    await database.reset();
    await expect(run("select to_regclass('t')::text as left")).resolves.toEqual([
      { id: '1', ok: true, rows: [{ left: null }] },
    ]);
  });

  it('that was killed by its stack says so', async () => {
    const run = await open(60_000);
    const recursion = 'create function f() returns int language plpgsql as $$ begin return f(); end $$';
    await expect(run(`set max_stack_depth = '7MB'`, recursion, 'select f()')).rejects.toEqual(
      new DatabaseDied('The database no longer answers select 1+1 with 2.'),
    );
  });
});

describe('a statement without end is ended with its thread:', () => {
  it.each([
    [
      'a recursion of rows',
      'with recursive r(n) as (select 1 union all select n + 1 from r) select max(n) from r',
    ],
    ['a sleep', 'select pg_sleep(3600)'],
    ['a loop', 'do $$ begin loop perform 1; end loop; end $$'],
    ['a series', 'select count(*) from generate_series(1, 100000000000) n, generate_series(1, 1000)'],
    [
      'more rows than there is room for',
      'select n, repeat(md5(n::text), 100) from generate_series(1, 1e9) n',
    ],
  ])('%s', async (_, sql) => {
    const run = await open(300);
    await expect(run(sql)).rejects.toBeInstanceOf(DatabaseOverdue);
    await expect(run('select 1')).rejects.toEqual(new DatabaseDied('The database was closed.'));
  });
});

describe('a limit', () => {
  it('is no shorter on a machine that has no time for it', async () => {
    const run = await open(1000, () => 0);
    await expect(run('select pg_sleep(1.2)::text as slept')).resolves.toMatchObject([{ ok: true }]);
  });

  it('ends even what was never busy', async () => {
    const run = await open(50, () => 0);
    await expect(run('select pg_sleep(3600)')).rejects.toEqual(new DatabaseOverdue(50));
  });
});
