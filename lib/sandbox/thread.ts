// The other side of `threaded.ts`: the simulator and the sandbox in a thread of their own, one question after the other.
import { parentPort } from 'node:worker_threads';
import type { Finding } from '@/lib/activities/evidence';
import type { ModelQuestion } from '@/lib/activities/model-questions';
import { answerProgram } from './answer-program';

/** A value either way: a thread's boundary keeps only an error's message. */
export type Answer = { readonly found: Finding } | { readonly mistake: string } | { readonly ready: true };

const port = parentPort;
if (port === null) throw new Error('This runs in a worker thread only.');

const answer = async (question: ModelQuestion): Promise<Answer> => {
  try {
    return { found: await answerProgram(question) };
  } catch (error) {
    return { mistake: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

port.on(
  'message',
  (question: ModelQuestion) => void answer(question).then((found) => port.postMessage(found)),
);
port.postMessage({ ready: true } satisfies Answer);
