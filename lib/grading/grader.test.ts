import { describe, expect, it } from 'vitest';
import type { ActivityKind } from '@/lib/activities/kind';
import type { Database } from '@/lib/postgres/database';
import { DatabaseDied } from '@/lib/postgres/session';
import type { Json } from '@/lib/shared/json';
import { createGatherer } from './gatherer';
import { createGrader } from './grader';

/** Each answer is a statement, and passes when the database has run it. */
const kind: ActivityKind<Json> = {
  name: 'fake',
  extensions: ['sql'],
  language: 'sql',
  asks: ['database'],
  files: [],
  keys: {},
  answerSchema: () => null,
  compile: () => ({ ok: true, value: null }),
  read: (_, answer) => ({
    verdict: { passed: answer !== 'unreadable', checks: [], notes: [] },
    wants:
      answer === 'unreadable'
        ? []
        : [{ ask: 'database', id: 'answer', statements: [{ id: 'answer', sql: answer }] }],
    becomes: null,
    creates: [],
  }),
  grade: (_, { verdict }) => ({ verdict }),
};

/** Databases that die under `kill`, break under `bug` and cannot be emptied after `spoil`; `log` tells all that was asked of them. */
function fakes() {
  const log: string[] = [];
  const ask = (sql: string): void => {
    log.push(sql);
    if (sql === 'kill') throw new DatabaseDied('It is dead.');
    if (sql === 'bug') throw new Error('A bug.');
  };
  const open = (): Promise<Database> => {
    log.push('open');
    let spoilt = false;
    return Promise.resolve({
      reset: () => (spoilt ? Promise.reject(new DatabaseDied('It is spoilt.')) : Promise.resolve()),
      run: (statements) =>
        Promise.resolve().then(() => {
          for (const { sql } of statements) ask(sql);
          spoilt ||= statements.some(({ sql }) => sql === 'spoil');
          return [];
        }),
      close: () => Promise.resolve(ask('close')),
    });
  };
  return { log, grader: createGrader(createGatherer(open)) };
}

describe('the grader', () => {
  it('starts no database for an answer that cannot be read', async () => {
    const { log, grader } = fakes();
    expect(await grader.grade(kind, null, 'unreadable')).toMatchObject({ passed: false });
    await grader.close();
    expect(log).toEqual([]);
  });

  it('rehearses with a fresh database, so that the first answer is timed as every other', async () => {
    const { log, grader } = fakes();
    await grader.grade(kind, null, 'one');
    await grader.grade(kind, null, 'two');
    await grader.close();
    expect(log).toEqual(['open', 'one', 'one', 'two', 'close']);
  });

  it('fails the answer under which the database died, and gives the next one a fresh database', async () => {
    const { log, grader } = fakes();
    const verdict = await grader.grade(kind, null, 'kill');
    expect(verdict.passed).toBe(false);
    expect(verdict.checks.map(({ id, passed, message }) => ({ id, passed, message }))).toEqual([
      {
        id: 'limit',
        passed: false,
        message: 'The database died under this answer, so nothing more can be said of it.',
      },
    ]);
    expect(await grader.grade(kind, null, 'one')).toMatchObject({ passed: true });
    expect(log).toEqual(['open', 'kill', 'close', 'open', 'one', 'one']);
  });

  it('judges an answer by a fresh database when the one before has left it spoilt', async () => {
    const { log, grader } = fakes();
    await grader.grade(kind, null, 'one');
    await grader.grade(kind, null, 'spoil');
    expect(await grader.grade(kind, null, 'two')).toMatchObject({ passed: true });
    expect(log).toEqual(['open', 'one', 'one', 'spoil', 'close', 'open', 'two', 'two']);
  });

  it('lets a bug be a bug', async () => {
    const { grader } = fakes();
    await expect(grader.grade(kind, null, 'bug')).rejects.toThrow('A bug.');
  });
});
