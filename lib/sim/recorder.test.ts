import { describe, expect, it } from 'vitest';
import { createRecorder } from './recorder';

/** The first entries of each column. */
const entries = (column: ArrayLike<number>, count: number): readonly number[] =>
  Array.from(column).slice(0, count);

describe('a recorder', () => {
  it('keeps each step as codes', () => {
    const recorder = createRecorder();
    recorder.add(1500, 7, 1, 3, 4, 2, 1);
    expect(recorder.length()).toBe(1);
    const { at, kind, actor, event, row, value, dedup } = recorder.codes();
    expect([at, kind, actor, event, row, value, dedup].map((column) => column[0])).toEqual([
      1500, 7, 1, 3, 4, 2, 1,
    ]);
  });

  it('keeps of a step about several where in the lists their events begin, and behind them their rows', () => {
    const recorder = createRecorder();
    const rows = new Int32Array([0, 11, 12, 13]);
    recorder.addMany(1, 5, 2, new Int32Array([9, 1, 3, 9]), 1, 3, rows);
    recorder.addMany(2, 5, 2, new Int32Array([2]), 0, 1, rows);
    const { lists, event, value } = recorder.codes();
    expect(entries(lists, 6)).toEqual([1, 3, 11, 13, 2, 12]);
    expect([entries(event, 2), entries(value, 2)]).toEqual([
      [0, 4],
      [2, 1],
    ]);
  });

  it('keeps rows as they were when the step happened', () => {
    const recorder = createRecorder();
    const rows = new Int32Array([0, 11]);
    recorder.addMany(1, 5, 2, new Int32Array([1]), 0, 1, rows);
    rows[1] = 99;
    expect(entries(recorder.codes().lists, 2)).toEqual([1, 11]);
  });

  it('grows as a run gets long, and forgets nothing', () => {
    const recorder = createRecorder();
    const rows = Int32Array.from({ length: 10 }, (_, event) => event + 100);
    const batch = Int32Array.from({ length: 9 }, (_, place) => place + 1);
    for (let step = 0; step < 5000; step += 1) {
      if (step % 2 === 0) recorder.add(step, step % 50, 1, step, step + 1, step + 2, step % 4);
      else recorder.addMany(step, step % 50, 2, batch, 0, 9, rows);
    }
    expect(recorder.length()).toBe(5000);
    const { at, kind, event, row, value, dedup, lists } = recorder.codes();
    expect([at, kind, event, row, value, dedup].map((column) => column[4000])).toEqual([
      4000, 0, 4000, 4001, 4002, 0,
    ]);
    const from = event[4999] as number;
    expect(Array.from(lists.subarray(from, from + 18))).toEqual([
      ...batch,
      ...Array.from(batch, (one) => one + 100),
    ]);
  });
});
