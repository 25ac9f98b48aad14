import { describe, expect, it } from 'vitest';
import { simulateBarely } from './bare-simjs-pipeline';

describe('the way of an order in simjs, without its stores', () => {
  it('is eight events, insert to ack, and the poll that finds its row', () => {
    expect(simulateBarely(1)).toEqual({ events: 8 + 1, applied: 1 });
  });

  it('is so for each of 1,000; the relay finds their rows in 22 polls', () => {
    expect(simulateBarely(1000)).toEqual({ events: 8 * 1000 + 22, applied: 1000 });
  });

  it('is no event at all without an order', () => {
    expect(simulateBarely(0)).toEqual({ events: 0, applied: 0 });
  });

  it('does not leave the window behind that the library was lent', () => {
    expect('window' in globalThis).toBe(false);
  });
});
