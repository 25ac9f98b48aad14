// The other side of `threaded.ts`: a database in a thread of its own, which does one thing after the other.
import { parentPort } from 'node:worker_threads';
import type { Outcome, Statement } from '@/lib/activities/evidence';
import { openDatabase } from './direct';
import { DatabaseDied } from './session';

/** What is asked of the thread: to empty the database, or to run statements in it. */
export type Order = { readonly statements: readonly Statement[] | null };

/** What it answers. A value, because a thread's boundary keeps only an error's message. */
export type Answer =
  | { readonly done: readonly Outcome[] }
  | { readonly failed: { readonly died: boolean; readonly message: string } };

const port = parentPort;
if (port === null) throw new Error('This runs in a worker thread only.');

const database = await openDatabase();
// Whatever is done for the first time is slow, and should not count against the first answer.
await database.run([{ id: 'table', sql: 'CREATE TABLE t (id bigserial PRIMARY KEY)' }]);
await database.reset();

const obey = async ({ statements }: Order): Promise<Answer> => {
  try {
    if (statements !== null) return { done: await database.run(statements) };
    await database.reset();
    return { done: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { failed: { died: error instanceof DatabaseDied, message } };
  }
};

port.on('message', (order: Order) => void obey(order).then((answer) => port.postMessage(answer)));
// It has no orders yet: it only says that it can take them.
port.postMessage({ done: [] } satisfies Answer);
