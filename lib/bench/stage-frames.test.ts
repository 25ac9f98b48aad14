import { describe, expect, it } from 'vitest';
import { BEGUN, droppedShare, ENDED, framesIn, type TraceEvent, workAround } from './stage-frames';

const main = { pid: 7, tid: 1 };
const task = (ts: number, dur: number): TraceEvent => ({ name: 'RunTask', ph: 'X', ts, dur, ...main });
const asked = (ts: number): TraceEvent => ({ name: 'FireAnimationFrame', ph: 'X', ts, dur: 1, ...main });
const mark = (name: string, ts: number): TraceEvent => ({ name, ph: 'I', ts, ...main });

describe('the frames of a trace', () => {
  it('have all the work of the main thread from one to the next', () => {
    const trace = [
      mark(BEGUN, 0),
      ...[task(1_000, 4_000), asked(1_100), asked(2_000), task(9_000, 500)],
      ...[task(18_000, 2_000), asked(18_100), task(51_000, 3_000), asked(51_500)],
      // Elsewhere, and afterwards.
      { ...task(2_000, 9_000), tid: 2 },
      mark(ENDED, 60_000),
      ...[task(70_000, 9_000), asked(70_100)],
    ];
    expect(framesIn(trace)).toEqual([
      { work: 4.5, until: 17 },
      { work: 2, until: 33 },
    ]);
  });
  it('have only that work for which there was a processor', () => {
    const slow = { ...task(1_000, 9_000), tdur: 3_000 };
    const trace = [mark(BEGUN, 0), slow, asked(1_100), task(18_000, 1), asked(18_000), mark(ENDED, 30_000)];
    expect(framesIn(trace)).toEqual([{ work: 3, until: 17 }]);
  });
  it('are counted between each two marks, not across them', () => {
    const one = (at: number) => [
      mark(BEGUN, at),
      ...[task(at + 1_000, 1_000), asked(at + 1_100), task(at + 18_000, 1_000), asked(at + 18_100)],
      mark(ENDED, at + 30_000),
    ];
    expect(framesIn([...one(0), ...one(900_000)]).map(({ until }) => until)).toEqual([17, 17]);
  });
  it('are none without marks', () => {
    expect(() => framesIn([task(0, 1)])).toThrow('The trace has no marks.');
  });
  it('were dropped where the next came half a frame too late', () => {
    const until = (ms: number) => ({ work: 1, until: ms });
    expect(droppedShare([until(16), until(24.9), until(25.1), until(100)])).toBe(0.5);
    expect(droppedShare([])).toBe(0);
  });
});

it('the work around a mark is that of the task in which it was made', () => {
  const trace = [
    task(1_000, 4_000),
    { ...task(18_000, 9_000), tdur: 6_000 },
    { ...task(17_000, 12_000), tid: 2 },
    ...[mark('sought', 18_100), mark('other', 1_500), task(40_000, 2_000), mark('sought', 41_000)],
    // Made outside any task that was traced to its end.
    mark('sought', 50_000),
  ];
  expect(workAround('sought', trace)).toEqual([6, 2]);
});
