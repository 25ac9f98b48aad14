import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenQuiet } from './quiet';

let happen = () => {};
const disconnect = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      readonly disconnect = disconnect;
      constructor(callback: () => void) {
        happen = callback;
      }
      observe() {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('calls back half a second after the last thing that happened', () => {
  const callback = vi.fn();
  whenQuiet(callback);
  vi.advanceTimersByTime(400);
  happen();
  vi.advanceTimersByTime(499);
  expect(callback).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(callback).toHaveBeenCalledOnce();
  expect(disconnect).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

it('calls back after five seconds on a page that is never quiet', () => {
  const callback = vi.fn();
  whenQuiet(callback);
  for (let passed = 0; passed < 4900; passed += 100) {
    happen();
    vi.advanceTimersByTime(100);
  }
  expect(callback).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(callback).toHaveBeenCalledOnce();
});
