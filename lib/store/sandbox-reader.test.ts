import { expose } from 'comlink';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type WorkerLike, WorkerProcess } from '@/lib/rpc/worker-process';
import { type ReaderService, readerService } from '@/lib/workers/reader';
import { createReader } from './sandbox-reader';

/** Workers in this thread. One that hangs answers that it is there, and nothing else. */
function workers() {
  const log: string[] = [];
  let hangs = false;
  const hanging = { ...readerService, read: () => new Promise<never>(() => undefined) };
  const spawn = () => {
    const { port1, port2 } = new MessageChannel();
    expose(hangs ? hanging : readerService, port2);
    log.push('begun');
    const terminate = () => {
      log.push('ended');
      port1.close();
    };
    return new WorkerProcess<ReaderService>(Object.assign(port1, { terminate }) as unknown as WorkerLike);
  };
  return {
    log,
    spawn,
    hang: (now: boolean) => {
      hangs = now;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('begins when it is asked, and stays for the next who asks', async () => {
  const { spawn, log } = workers();
  const reader = createReader(spawn);
  expect(log).toEqual([]);
  const [one, other] = await Promise.all([
    reader.ask((service) => service.read('seed: 1')),
    reader.ask((service) => service.read('seed: x')),
  ]);
  expect([one.ok, other.ok]).toEqual([true, false]);
  expect(log).toEqual(['begun']);
  reader.stop();
  expect(log).toEqual(['begun', 'ended']);
});

it('ends what runs for too long, says so, and begins anew', async () => {
  const { spawn, log, hang } = workers();
  const reader = createReader(spawn);
  hang(true);
  // The worker is there: from now on the deadline counts.
  await reader.ask((service) => service.ready());
  const hung = reader.ask((service) => service.read('seed: 1')).catch(({ message }: Error) => message);
  await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await hung).toBe(
    'This took more than 10 seconds to read, so it was stopped. Your text is kept: shorten it, and it is read again.',
  );
  expect(log).toEqual(['begun', 'ended']);
  hang(false);
  expect(await reader.ask((service) => service.read('seed: 1'))).toMatchObject({ ok: true });
  expect(log).toEqual(['begun', 'ended', 'begun']);
  reader.stop();
});

it('says so where its worker cannot be loaded', async () => {
  const { port1 } = new MessageChannel();
  const dead = Object.assign(port1, { terminate: () => port1.close() }) as unknown as WorkerLike;
  const reader = createReader(() => new WorkerProcess<ReaderService>(dead));
  const refused = reader.ask((service) => service.read('seed: 1')).catch(({ message }: Error) => message);
  await new Promise((resolve) => setImmediate(resolve));
  port1.dispatchEvent(new Event('error'));
  expect(await refused).toBe(
    'The reader of scenarios could not be loaded, or broke down. Your text is kept: change it, and it is read again.',
  );
});
