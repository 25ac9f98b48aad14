import { describe, expect, it } from 'vitest';
import { simulatePipeline } from './simjs-pipeline';

describe('the way of an order in simjs', () => {
  it('is eleven events, from the order to the ack', () => {
    expect(simulatePipeline(1)).toEqual({ events: 11, applied: 1 });
  });

  it('is so for each of 1,000, and each has its effect once', () => {
    expect(simulatePipeline(1000)).toEqual({ events: 11 * 1000, applied: 1000 });
  });

  it('is no event at all without an order', () => {
    expect(simulatePipeline(0)).toEqual({ events: 0, applied: 0 });
  });
});
