import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome, Statement } from '@/lib/activities/evidence';
import type { DatabaseFiles } from '@/lib/postgres/boot';
import { FileMissing } from '@/lib/postgres/download';
import { type WorkerLike, WorkerProcess } from '@/lib/rpc/worker-process';
import type { PostgresService, Report } from '@/lib/workers/postgres.worker';
import { type DatabaseTools, keepDatabase } from './database-keeper';

const files = {} as DatabaseFiles;

/** Workers in this thread, each a database that only remembers what it was told. `hang` and `die` do as they say; after `spoil` it cannot be emptied. */
function fakeWorkers(failures: Error[]) {
  const ran: string[][] = [];
  const loaded: string[] = [];
  const spawn = () => {
    const { port1, port2 } = new MessageChannel();
    const told: string[] = [];
    ran.push(told);
    const service: PostgresService = {
      load: async (folder, report) => {
        loaded.push(folder);
        await report(1_600_000, 3_200_000);
        return loading(failures.shift());
      },
      boot: () => Promise.resolve({ alive: true, value: files }),
      run: (statements, { reset }) => {
        if (reset && told.includes('spoil')) return Promise.resolve(dead(spoilt));
        if (reset) told.push('reset');
        told.push(...statements.map(({ sql }) => sql));
        if (told.includes('hang')) return new Promise(() => {});
        if (told.includes('die')) return Promise.resolve(dead(new Error('killed')));
        return Promise.resolve({ alive: true, value: statements.map(outcome) });
      },
    };
    expose(service, port2);
    const worker = Object.assign(port1, { terminate: () => port1.close() }) as unknown as WorkerLike;
    return new WorkerProcess<PostgresService>(worker);
  };
  return { ran, loaded, spawn };
}

const spoilt = Object.assign(new Error('PostgreSQL itself was changed.'), { name: 'DatabaseSpoilt' });
const dead = ({ name, message }: Error): Report<never> => ({ alive: false, error: { name, message } });
const loading = (failure: Error | undefined): Report<DatabaseFiles> =>
  failure === undefined ? { alive: true, value: files } : dead(failure);
const outcome = ({ id }: Statement): Outcome => ({ id, ok: true, rows: [] });
const sql = (...texts: string[]): Statement[] => texts.map((text) => ({ id: text, sql: text }));

function keep({ isMetered = false, failures = [] as Error[] } = {}) {
  const workers = fakeWorkers(failures);
  const idle: (() => void)[] = [];
  const tools: DatabaseTools = {
    spawn: workers.spawn,
    folder: () => 'https://school.example/database/',
    isMetered: () => isMetered,
    whenIdle: (callback) => idle.push(callback),
  };
  return {
    ...workers,
    database: keepDatabase(tools),
    beIdle: () => idle.splice(0).map((callback) => callback()),
  };
}

type Kept = ReturnType<typeof keep>['database'];

const become = (database: Kept, phase: string) =>
  vi.waitUntil(() => database.state.getState().phase === phase, { interval: 1 });
const phaseOf = (database: Kept) => database.state.getState().phase;
const sentenceOf = (database: Kept) => database.state.getState().sentence;

describe('a database', () => {
  it('starts when the page is idle after the first sign of interest, and once', async () => {
    const { database, ran, loaded, beIdle } = keep();
    expect(phaseOf(database)).toBe('absent');
    database.interest();
    database.interest();
    expect(phaseOf(database)).toBe('absent');
    beIdle();
    expect(phaseOf(database)).toBe('loading');
    await become(database, 'ready');
    expect(loaded).toEqual(['https://school.example/database/']);
    expect(ran).toHaveLength(1);
    expect(database.state.getState()).toMatchObject({ loadedBytes: 1_600_000, totalBytes: 3_200_000 });
  });

  it('runs a script as soon as it can, and one after another', async () => {
    const { database, ran } = keep();
    const both = Promise.all([
      database.runScript(sql('one'), { reset: true }),
      database.runScript(sql('two', 'three'), { reset: false }),
    ]);
    await expect(both).resolves.toEqual([
      [{ id: 'one', ok: true, rows: [] }],
      [
        { id: 'two', ok: true, rows: [] },
        { id: 'three', ok: true, rows: [] },
      ],
    ]);
    expect(ran).toEqual([['reset', 'one', 'two', 'three']]);
  });

  it('waits on a metered connection until a person asks for it', async () => {
    const { database, beIdle, ran, loaded } = keep({ isMetered: true });
    database.interest();
    beIdle();
    expect(phaseOf(database)).toBe('waiting');
    expect(sentenceOf(database)).toBe(
      'PostgreSQL has not been loaded, because your connection is metered or saving data. It takes about 4 MB.',
    );
    const script = database.runScript(sql('one'), { reset: false });
    expect(loaded).toEqual([]);
    database.start();
    await expect(script).resolves.toEqual([{ id: 'one', ok: true, rows: [] }]);
    expect(sentenceOf(database)).toBeNull();
    expect(ran).toEqual([['one']]);
  });
});

describe('a database that cannot be loaded', () => {
  const url = new URL('https://school.example/database/server.wasm');
  it.each([
    [
      'the connection fails',
      new TypeError('Failed to fetch'),
      'PostgreSQL could not be loaded: the connection failed. Your text is safe. Check that you are online, then try again.',
    ],
    [
      'the file is gone',
      new FileMissing(url, 404),
      'PostgreSQL could not be loaded: /database/server.wasm answered 404. Your text is safe. The site may just have changed: reload the page.',
    ],
    [
      'the device is full',
      new RangeError('WebAssembly.Memory(): could not allocate memory'),
      'PostgreSQL could not start: this device had not enough memory left for it (about 180 MB). Your text is safe. Close some other tabs, then try again.',
    ],
    [
      'WebAssembly is forbidden',
      new WebAssembly.CompileError('Refused to compile because it violates the Content Security Policy'),
      'PostgreSQL cannot run here: this browser has no WebAssembly, or forbids it. Reading and writing work all the same; to check an answer, allow WebAssembly for this site or use another browser.',
    ],
    [
      'anything else happens',
      new Error('The worker could not be loaded.'),
      'PostgreSQL could not start: The worker could not be loaded. Your text is safe. Try again, and if it stays so, reload the page.',
    ],
  ])('says what to do when %s', async (_, error, sentence) => {
    const { database } = keep({ failures: [error] });
    await expect(database.runScript(sql('one'), { reset: false })).rejects.toMatchObject({
      name: 'DatabaseUnavailable',
      message: sentence,
    });
    expect(database.state.getState()).toMatchObject({ phase: 'failed', sentence });
  });

  it('is tried again by the next script, or when a person asks', async () => {
    const offline = new TypeError('Failed to fetch');
    const { database } = keep({ failures: [offline, offline] });
    database.start();
    await become(database, 'failed');
    database.start();
    await become(database, 'failed');
    await expect(database.runScript(sql('one'), { reset: false })).resolves.toHaveLength(1);
    expect(phaseOf(database)).toBe('ready');
    expect(sentenceOf(database)).toBeNull();
  });
});

describe('a database that runs away or dies', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** As `become`, with the clock standing still. */
  const reach = async (database: Kept, phase: string) => {
    while (phaseOf(database) !== phase) await new Promise(setImmediate);
  };
  const firstOf = async (workers: readonly string[][]) => {
    while (workers[0] === undefined) await new Promise(setImmediate);
    return workers[0];
  };
  const told = async (worker: readonly string[] | undefined, text: string) => {
    while (!worker?.includes(text)) await new Promise(setImmediate);
  };

  it('is stopped five seconds after it began, replaced from what was downloaded, and given back its tables', async () => {
    const { database, ran, loaded } = keep();
    const onReplaced = vi.fn();
    database.onReplaced(onReplaced);
    database.remember(sql('create the table'));
    const stopped = database.runScript(sql('hang'), { reset: true }).catch((error: unknown) => error);
    const next = database.runScript(sql('next'), { reset: false });
    await reach(database, 'ready');
    await told(ran[0], 'hang');
    vi.advanceTimersByTime(4999);
    expect(phaseOf(database)).toBe('ready');
    vi.advanceTimersByTime(1);
    await expect(stopped).resolves.toMatchObject({
      name: 'ScriptEnded',
      why: 'overdue',
      message: 'That ran for more than 5 seconds, so PostgreSQL was stopped.',
    });
    expect(database.state.getState()).toMatchObject({
      phase: 'replacing',
      sentence:
        'That ran for more than 5 seconds, so PostgreSQL was stopped. A fresh one is starting; nothing of yours is lost.',
    });
    await expect(next).resolves.toEqual([{ id: 'next', ok: true, rows: [] }]);
    expect(ran).toEqual([
      ['reset', 'hang'],
      ['create the table', 'next'],
    ]);
    expect(loaded).toHaveLength(1);
    expect(onReplaced).toHaveBeenCalledOnce();
    expect(sentenceOf(database)).toBe(
      'That ran for more than 5 seconds, so PostgreSQL was stopped and a fresh one started. Your text and your table are as they were; nothing was lost.',
    );
    database.dismiss();
    expect(sentenceOf(database)).toBeNull();
  });

  it('is ended by whoever wants its script no longer, and the next script finds a fresh one', async () => {
    const { database, ran } = keep();
    database.remember(sql('create the table'));
    const [mine, queued] = [new AbortController(), new AbortController()];
    const ended = (signal: AbortSignal) =>
      database.runScript(sql('hang'), { reset: true, signal }).catch((error: unknown) => error);
    const stopped = [ended(mine.signal), ended(queued.signal)];
    const next = database.runScript(sql('next'), { reset: false });
    await told(await firstOf(ran), 'hang');
    queued.abort();
    mine.abort();
    await expect(Promise.all(stopped)).resolves.toMatchObject([
      { name: 'ScriptEnded', why: 'stopped', message: 'The check was stopped, and PostgreSQL with it.' },
      { name: 'ScriptEnded', why: 'stopped', message: 'It was stopped before it began.' },
    ]);
    await expect(next).resolves.toHaveLength(1);
    expect(ran).toEqual([
      ['reset', 'hang'],
      ['create the table', 'next'],
    ]);
  });

  it('is left alone by whoever stops what has ended', async () => {
    const { database, ran } = keep();
    const mine = new AbortController();
    await database.runScript(sql('one'), { reset: false, signal: mine.signal });
    mine.abort();
    await database.runScript(sql('two'), { reset: false });
    expect(ran).toEqual([['one', 'two']]);
  });

  it('is replaced when it says that it is dead', async () => {
    const { database, ran } = keep();
    await expect(database.runScript(sql('die'), { reset: false })).rejects.toMatchObject({
      why: 'died',
      message: 'PostgreSQL broke down in the middle of that.',
    });
    await expect(database.runScript(sql('again'), { reset: false })).resolves.toHaveLength(1);
    expect(ran).toEqual([['die'], ['again']]);
  });

  it('is replaced before a script when it cannot be emptied, and the script runs in the fresh one', async () => {
    const { database, ran } = keep();
    database.remember(sql('create the table'));
    await database.runScript(sql('spoil'), { reset: true });
    await expect(database.runScript(sql('one'), { reset: true })).resolves.toEqual([
      { id: 'one', ok: true, rows: [] },
    ]);
    expect(ran).toEqual([
      ['reset', 'spoil'],
      ['create the table', 'reset', 'one'],
    ]);
    expect(sentenceOf(database)).toBe(
      'An earlier statement had changed PostgreSQL itself, so it was stopped and a fresh one started. Your text and your table are as they were; nothing was lost.',
    );
  });

  it('is replaced once for a script that a fresh one cannot be emptied for either', async () => {
    const { database, ran } = keep();
    database.remember(sql('spoil'));
    await database.runScript(sql('spoil'), { reset: true });
    await expect(database.runScript(sql('one'), { reset: true })).rejects.toMatchObject({ why: 'died' });
    await reach(database, 'ready');
    expect(ran).toEqual([['reset', 'spoil'], ['spoil'], ['spoil']]);
  });

  it('comes back empty if what was remembered kills it too', async () => {
    const { database, ran } = keep();
    database.remember(sql('die'));
    await expect(database.runScript(sql('die'), { reset: false })).rejects.toThrow('PostgreSQL broke down');
    await reach(database, 'ready');
    expect(ran).toEqual([['die'], ['die'], []]);
    expect(sentenceOf(database)).toBe(
      'PostgreSQL broke down in the middle of that and a fresh one started, empty. Your text is as it was; check it again to make its table.',
    );
  });
});
