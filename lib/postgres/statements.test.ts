import { beforeAll, describe, expect, it } from 'vitest';
import { openParser, type StatementParser } from './statements';

let parser: StatementParser;
beforeAll(async () => {
  parser = await openParser();
});

const split = async (sql: string) =>
  (await parser.split(sql)).statements?.map(({ sql: text, node, parameters, place }) => [
    `${place.line}:${place.column}-${place.endLine}:${place.endColumn}`,
    node,
    parameters.join(),
    text,
  ]);

const errorIn = async (sql: string) => (await parser.split(sql)).error;

describe('a text', () => {
  it('is split where PostgreSQL ends a statement, not at every semicolon', async () => {
    await expect(
      split(
        [
          'select \';\' as "a;b"; -- and; so',
          'do $do$ begin perform 1; perform 2; end $do$;',
          '',
          '/* a; /* b; */ */ update t',
          '  set a = $2 where b = $1::int;;',
          'begin',
        ].join('\n'),
      ),
    ).resolves.toEqual([
      ['1:1-1:20', 'SelectStmt', '', 'select \';\' as "a;b"'],
      ['2:1-2:45', 'DoStmt', '', 'do $do$ begin perform 1; perform 2; end $do$'],
      ['4:19-5:31', 'UpdateStmt', '1,2', 'update t\n  set a = $2 where b = $1::int'],
      ['6:1-6:6', 'TransactionStmt', '', 'begin'],
    ]);
  });

  it('has its places in characters, though the parser counts bytes', async () => {
    await expect(split("select 'üß→😀'; select 2; select 3")).resolves.toEqual([
      ['1:1-1:15', 'SelectStmt', '', "select 'üß→😀'"],
      ['1:17-1:25', 'SelectStmt', '', 'select 2'],
      ['1:27-1:35', 'SelectStmt', '', 'select 3'],
    ]);
  });

  it.each([[''], [' \n'], ['-- nothing'], [';;']])('of nothing has no statement: %j', async (sql) => {
    await expect(split(sql)).resolves.toEqual([]);
  });
});

describe('a statement', () => {
  it.each([
    ['with a as (delete from t returning 1) select * from a', ['SelectStmt', 'DeleteStmt']],
    ['update t set a = (select 1 where exists (select 2))', ['UpdateStmt', 'SelectStmt']],
    [
      'with a as (with b as (insert into t select 1 returning a) select a from b) delete from t',
      ['DeleteStmt', 'InsertStmt', 'SelectStmt'],
    ],
    ['explain analyze delete from t', ['ExplainStmt', 'DeleteStmt']],
    ['select \'DeleteStmt\' as "DeleteStmt"', ['SelectStmt']],
  ])('has the nodes of all that it holds, itself first: %s', async (sql, nodes) => {
    const [statement] = (await parser.split(sql)).statements ?? [];
    const [first, ...within] = statement?.nodes ?? [];
    expect([first, ...within.sort()]).toEqual([statement?.node, ...nodes.slice(1).sort()]);
    expect(first).toBe(nodes[0]);
  });
});

describe('a text that is no SQL', () => {
  it.each([
    ["select 'ü😀'; selec 1", 'syntax error at or near "selec"', 15],
    ["select 'open", 'unterminated quoted string at or near "\'open"', 8],
    ['select (', 'syntax error at end of input', 9],
    [`select ${'('.repeat(30_000)}`, 'memory exhausted at or near "("', 10_004],
  ])('says what PostgreSQL says, and where: %.30j', async (sql, message, position) => {
    await expect(errorIn(sql)).resolves.toEqual({
      code: '42601',
      message,
      detail: null,
      hint: null,
      position,
    });
  });

  it('may be nested too deeply for the parser, which goes on all the same', async () => {
    await expect(errorIn(`select ${'1+'.repeat(30_000)}1`)).resolves.toMatchObject({
      code: '54001',
      message: 'stack depth limit exceeded',
    });
    await expect(split('select 1')).resolves.toHaveLength(1);
  });

  it('may hold what no text of PostgreSQL holds', async () => {
    await expect(errorIn('select 1;\0 drop table t')).resolves.toMatchObject({ code: '22021', position: 10 });
  });
});
