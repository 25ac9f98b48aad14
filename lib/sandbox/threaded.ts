// Programs in Node, in a thread that can be ended: no limit inside of QuickJS holds for all that takes long.
import { Worker } from 'node:worker_threads';
import type { Finding } from '@/lib/activities/evidence';
import { MODEL_LIMIT_MS } from '@/lib/activities/model-limit';
import type { ModelQuestion } from '@/lib/activities/model-questions';
import type { Answer } from './thread';

/** A question took longer than its limit, and its thread was ended. */
export class ProgramOverdue extends Error {
  override readonly name = 'ProgramOverdue';
}

/** Answers one question at a time. Once overdue it is closed: open another. */
export interface ThreadedPrograms {
  readonly answer: (question: ModelQuestion) => Promise<Finding>;
  readonly close: () => Promise<void>;
}

export async function openThreadedPrograms(limitMs = MODEL_LIMIT_MS): Promise<ThreadedPrograms> {
  const thread = new Worker(new URL('../rpc/thread.cjs', import.meta.url), {
    workerData: new URL('./thread.ts', import.meta.url).href,
  });
  await told(thread);
  return {
    answer: async (question) => {
      const answer = told(thread);
      thread.postMessage(question);
      const come = await within(limitMs, answer);
      if (come === null) {
        await thread.terminate();
        throw new ProgramOverdue(`The program was stopped after ${limitMs} ms.`);
      }
      if ('found' in come) return come.found;
      throw new Error('mistake' in come ? come.mistake : 'The thread answered nothing.');
    },
    close: async () => void (await thread.terminate()),
  };
}

/** What the thread says next. A thread that breaks says no more. */
const told = (thread: Worker): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      thread.off('message', come).off('error', broke);
      settle();
    };
    const come = (answer: Answer) => done(() => resolve(answer));
    const broke = (error: Error) => done(() => reject(error));
    thread.on('message', come).on('error', broke);
  });

/** Null once the time is over. */
async function within(limitMs: number, answer: Promise<Answer>): Promise<Answer | null> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs);
  });
  try {
    return await Promise.race([answer, over]);
  } finally {
    clearTimeout(timer);
  }
}
