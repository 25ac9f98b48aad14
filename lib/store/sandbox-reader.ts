// The page's reader of scenarios: a worker that is started when somebody first needs it, is asked one thing at a time,
// and is replaced when it runs away or dies.
import type { Remote } from 'comlink';
import { type KillReason, WorkerKilled, type WorkerProcess } from '@/lib/rpc/worker-process';
import type { ReaderService } from '@/lib/workers/reader';

export interface Reader {
  /** Rejects with words for the author if there is no answer. */
  readonly ask: <Answer extends Promise<unknown>>(
    use: (service: Remote<ReaderService>) => Answer,
  ) => Promise<Awaited<Answer>>;
  readonly stop: () => void;
}

const LOAD_LIMIT_MS = 60_000;
/** The largest texts take half a second to read and up to two to change, and several times that on a phone. */
const READ_LIMIT_MS = 10_000;

export function createReader(spawn: () => WorkerProcess<ReaderService>): Reader {
  let worker: WorkerProcess<ReaderService> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const ready = async (): Promise<WorkerProcess<ReaderService>> => {
    if (worker !== null) return worker;
    const mine = spawn();
    worker = mine;
    // The deadline of a text does not begin before its reader is there.
    await mine.call((service) => service.ready(), LOAD_LIMIT_MS);
    return mine;
  };
  const answer: Reader['ask'] = (use) =>
    ready()
      .then((mine) => mine.call(use, READ_LIMIT_MS))
      .catch((error: unknown) => {
        stop();
        throw new Error(wordsOf(error instanceof WorkerKilled ? error.reason : 'died'), { cause: error });
      });
  const stop = () => {
    worker?.stop();
    worker = null;
  };
  return {
    ask: (use) => {
      const answered = last.then(() => answer(use));
      last = answered.catch(() => undefined);
      return answered;
    },
    stop,
  };
}

const wordsOf = (reason: KillReason): string =>
  reason === 'deadline'
    ? `This took more than ${READ_LIMIT_MS / 1000} seconds to read, so it was stopped. Your text is kept: shorten it, and it is read again.`
    : 'The reader of scenarios could not be loaded, or broke down. Your text is kept: change it, and it is read again.';
