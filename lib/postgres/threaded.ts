import { Worker } from 'node:worker_threads';
import type { Outcome, Statement } from '@/lib/activities/evidence';
import type { Database } from './database';
import { DatabaseDied, DatabaseOverdue } from './session';
import type { Answer, Order } from './thread';

/** Milliseconds for one call. With all else that a check takes, a hostile answer is told so in less than two seconds. */
const RUN_LIMIT_MS = 1500;

/** On a machine with too much to do, ordinary answers take that long as well: a call is overdue when it was also busy. */
const BUSY_SHARE = 2 / 3;

/** Whatever it was busy with, it ends after so many times its limit. */
const MOST_LIMITS = 10;

/** Milliseconds of work that this process has been given so far, all its threads together. */
const workedMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * A fresh, empty PostgreSQL in a thread of its own, for Node. What runs without end is ended with its thread: then the
 * call rejects with `DatabaseOverdue`, and the database is closed. One call at a time.
 */
export async function openThreaded(limitMs = RUN_LIMIT_MS, worked = workedMs): Promise<Database> {
  const thread = new Worker(new URL('../rpc/thread.cjs', import.meta.url), {
    workerData: new URL('./thread.ts', import.meta.url).href,
  });
  let ended = false;
  const end = async () => {
    ended = true;
    await thread.terminate();
  };
  const call = async (order: Order): Promise<readonly Outcome[]> => {
    if (ended) throw new DatabaseDied('The database was closed.');
    const answer = answered(thread);
    thread.postMessage(order);
    return outcomesOf(await within({ limitMs, worked }, answer, end));
  };
  outcomesOf(await answered(thread));
  return {
    reset: async () => void (await call({ statements: null })),
    run: (statements: readonly Statement[]) => call({ statements }),
    close: end,
  };
}

/** The thread's next answer. A thread that breaks, or ends by itself, has died. */
const answered = (thread: Worker): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      thread.off('message', told).off('error', broke).off('exit', left);
      act();
    };
    const told = (answer: Answer) => settle(() => resolve(answer));
    const broke = (cause: Error) =>
      settle(() => reject(new DatabaseDied('The database broke down.', { cause })));
    const left = () => settle(() => reject(new DatabaseDied('The database ended.')));
    thread.on('message', told).on('error', broke).on('exit', left);
  });

interface Limit {
  readonly limitMs: number;
  readonly worked: () => number;
}

async function within(limit: Limit, answer: Promise<Answer>, end: () => Promise<void>): Promise<Answer> {
  const stopwatch = new AbortController();
  try {
    return await Promise.race([answer, overdue(limit, stopwatch.signal)]);
  } catch (error) {
    answer.catch(() => undefined);
    await end();
    throw error;
  } finally {
    stopwatch.abort();
  }
}

/** Rejects once the limit is over, unless it is stopped before. */
function overdue({ limitMs, worked }: Limit, stopped: AbortSignal): Promise<never> {
  const before = worked();
  return new Promise((_, reject) => {
    let limits = 0;
    const timer = setInterval(() => {
      limits += 1;
      const isOver = worked() - before >= limitMs * BUSY_SHARE || limits >= MOST_LIMITS;
      if (isOver) reject(new DatabaseOverdue(limitMs));
    }, limitMs);
    stopped.addEventListener('abort', () => clearInterval(timer));
  });
}

function outcomesOf(answer: Answer): readonly Outcome[] {
  if ('done' in answer) return answer.done;
  const { died, message } = answer.failed;
  throw died ? new DatabaseDied(message) : new Error(message);
}
