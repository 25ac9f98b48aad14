import { expect, it } from 'vitest';
import { runNext } from './next';

const EVENTS = ['exit', 'SIGINT', 'SIGTERM'];
const listeners = () => EVENTS.map((event) => process.listenerCount(event));

it('answers for Next while it runs, and then leaves the signals to whoever called', async () => {
  const before = listeners();
  const running = runNext(['--version']);
  expect(listeners()).toEqual(before.map((count) => count + 1));
  expect(await running).toBe(0);
  expect(listeners()).toEqual(before);
});
