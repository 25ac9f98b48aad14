import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WorkerKilled, type WorkerLike, WorkerProcess } from './worker-process';

const service = {
  double: async (value: number) => value * 2,
  never: () => new Promise<never>(() => {}),
  fail: () => Promise.reject(new Error('no such row')),
};

/** A worker in this thread: two ends of a channel. */
function fakeWorker() {
  const { port1, port2 } = new MessageChannel();
  expose(service, port2);
  const terminate = vi.fn(() => port1.close());
  const worker = Object.assign(port1, { terminate }) as unknown as WorkerLike & EventTarget;
  return { worker, terminate, process: new WorkerProcess<typeof service>(worker) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a call', () => {
  it('comes back with the answer, and leaves no deadline behind', async () => {
    const { process, terminate } = fakeWorker();
    await expect(process.call((it) => it.double(21), 1000)).resolves.toBe(42);
    expect(vi.getTimerCount()).toBe(0);
    expect(terminate).not.toHaveBeenCalled();
    process.stop();
  });

  it('fails as the service failed, and the worker lives on', async () => {
    const { process } = fakeWorker();
    await expect(process.call((it) => it.fail(), 1000)).rejects.toThrow('no such row');
    await expect(process.call((it) => it.double(1), 1000)).resolves.toBe(2);
    process.stop();
  });

  it('ends the worker and every pending call when its deadline passes', async () => {
    const { process, terminate } = fakeWorker();
    const pending = [process.call((it) => it.never(), 5000), process.call((it) => it.never(), 60_000)];
    const ended = Promise.allSettled(pending);
    vi.advanceTimersByTime(4999);
    expect(terminate).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(terminate).toHaveBeenCalledOnce();
    const reason = new WorkerKilled('deadline', 'No answer within 5000 ms.');
    await expect(ended).resolves.toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a worker', () => {
  it.each([
    ['broke', Object.assign(new Event('error'), { message: 'out of memory' }), 'out of memory'],
    ['did not load', new Event('error'), 'The worker could not be loaded.'],
    ['sent what cannot be read', new Event('messageerror'), 'An answer could not be read.'],
  ])('that %s has died', async (_, event, message) => {
    const { worker, process, terminate } = fakeWorker();
    const pending = process.call((it) => it.never(), 5000);
    worker.dispatchEvent(event);
    await expect(pending).rejects.toEqual(new WorkerKilled('died', message));
    await expect(pending).rejects.toMatchObject({ name: 'WorkerKilled', reason: 'died' });
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('that was stopped takes no further call', async () => {
    const { process } = fakeWorker();
    process.stop();
    await expect(process.call((it) => it.double(1), 1000)).rejects.toMatchObject({ reason: 'stopped' });
  });
});
