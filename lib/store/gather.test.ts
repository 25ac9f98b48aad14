import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import type { Question } from '@/lib/activities/evidence';
import { openParser } from '@/lib/postgres/statements';
import { type WorkerLike, WorkerProcess } from '@/lib/rpc/worker-process';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import type { ModelService } from '@/lib/workers/model';
import type { StatementsService } from '@/lib/workers/statements.worker';
import { createGatherer, type GatherTools } from './gather';
import { ScriptEnded } from './script-ended';

const none = () => {
  throw new Error('Nobody asked for it.');
};

const gathererWith = (tools: Partial<GatherTools>) =>
  createGatherer({ runScript: none, spawnModel: none, spawnStatements: none, ...tools });

const statements: Question = { ask: 'statements', id: 'split', sql: 'select 1; select $1' };
const database: Question = { ask: 'database', id: 'run', statements: [{ id: 'one', sql: 'select 1' }] };

/** Parsers in this thread; `split` stands for the service of the first one. */
function parsers(...services: StatementsService[]) {
  let spawned = 0;
  const spawnStatements = () => {
    const { port1, port2 } = new MessageChannel();
    expose(services[spawned] ?? none(), port2);
    spawned += 1;
    const worker = Object.assign(port1, { terminate: () => port1.close() }) as unknown as WorkerLike;
    return new WorkerProcess<StatementsService>(worker);
  };
  return { spawnStatements, spawned: () => spawned };
}

const real: StatementsService = { split: async (sql) => (await openParser()).split(sql) };

describe('what splits a text', () => {
  it('is started when the first text is there, and kept', async () => {
    const { spawnStatements, spawned } = parsers(real);
    const { gather, stop } = gathererWith({ spawnStatements });
    expect(spawned()).toBe(0);
    await gather(statements);
    await expect(gather(statements)).resolves.toMatchObject({
      ask: 'statements',
      id: 'split',
      statements: [
        { sql: 'select 1', parameters: [] },
        { sql: 'select $1', parameters: [1] },
      ],
      error: null,
    });
    expect(spawned()).toBe(1);
    stop();
  });

  it('that cannot be loaded says so, and the next text tries again', async () => {
    const offline: StatementsService = { split: () => Promise.reject(new TypeError('Failed to fetch')) };
    const { spawnStatements } = parsers(offline, real);
    const { gather, stop } = gathererWith({ spawnStatements });
    await expect(gather(statements)).rejects.toThrow(
      'What reads your SQL could not be loaded. Your text is safe. See whether you are online, and try again.',
    );
    await expect(gather(statements)).resolves.toMatchObject({ ask: 'statements' });
    stop();
  });
});

describe('a script', () => {
  it.each([
    ['overdue', 'That ran for more than 5 seconds, so PostgreSQL was stopped.'],
    ['died', 'PostgreSQL broke down in the middle of that.'],
  ] as const)('that ended %s is a finding of its own: the answer is why', async (why, words) => {
    const { gather } = gathererWith({ runScript: () => Promise.reject(new ScriptEnded(words, { why })) });
    await expect(gather(database)).resolves.toEqual({ ask: 'none', id: 'run', why, words });
  });

  it('for which there is no database is no finding', async () => {
    const { gather } = gathererWith({ runScript: () => Promise.reject(new Error('Offline.')) });
    await expect(gather(database)).rejects.toThrow('Offline.');
  });

  it('that runs is ended by stopping; the next one runs', async () => {
    const signals: AbortSignal[] = [];
    const { gather, stop } = gathererWith({
      runScript: (_, { signal }) => {
        signals.push(signal);
        if (signals.length > 1) return Promise.resolve([]);
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () =>
            reject(new ScriptEnded('It was stopped.', { why: 'stopped' })),
          );
        });
      },
    });
    const stopped = gather(database);
    stop();
    await expect(stopped).rejects.toThrow('It was stopped.');
    await expect(gather(database)).resolves.toEqual({ ask: 'database', id: 'run', outcomes: [] });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});

describe('what runs a program', () => {
  const program: Question = {
    ask: 'run',
    id: 'run',
    scenario: scenarioOf({}),
    program: { role: 'relay', code: '' },
  };

  const modelOf = (service: ModelService) => () => {
    const { port1, port2 } = new MessageChannel();
    expose(service, port2);
    const worker = Object.assign(port1, { terminate: () => port1.close() }) as unknown as WorkerLike;
    return new WorkerProcess<ModelService>(worker);
  };

  it('is fetched before the answer is held to its time', async () => {
    const asked: string[] = [];
    const spawnModel = modelOf({
      prepare: (hasProgram) => Promise.resolve(void asked.push(`prepare ${hasProgram}`)),
      answer: ({ id }) => {
        asked.push(`answer ${id}`);
        return Promise.resolve({ ask: 'statements', id, statements: [], error: null });
      },
    });
    const { gather, stop } = gathererWith({ spawnModel });
    await gather(program);
    expect(asked).toEqual(['prepare true', 'answer run']);
    stop();
  });

  it('and cannot be blamed on the answer when it does not come', async () => {
    const spawnModel = modelOf({
      prepare: () => Promise.reject(new TypeError('Failed to fetch')),
      answer: none,
    });
    const { gather } = gathererWith({ spawnModel });
    await expect(gather(program)).rejects.toThrow(
      'What runs your answer could not be loaded. Your text is safe. See whether you are online, and try again.',
    );
  });
});
