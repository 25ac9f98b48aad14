// What Chromium's trace says of frames: how much the main thread did for each, and when each began.

/** An event of a trace, in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, how long the thread had a processor. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

/** One frame of a page that is asked for each. */
export interface Frame {
  /** Milliseconds that the main thread worked, from one frame to the next: all of it, whatever it was for. */
  readonly work: number;
  /** Milliseconds until the next frame. */
  readonly until: number;
}

/** Before and after what counts; told by the page as marks. */
export const BEGUN = 'bench: begun';
export const ENDED = 'bench: ended';

/** At sixty frames a second. */
const FRAME_MS = 1000 / 60;

/** The frames between each mark that something begun and the one that it ended. */
export function framesIn(events: readonly TraceEvent[]): readonly Frame[] {
  const marks = events.filter(({ name }) => name === BEGUN || name === ENDED).toSorted(inTime);
  const [first] = marks;
  if (first === undefined) throw new Error('The trace has no marks.');
  const own = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid).toSorted(inTime);
  const tasks = own.filter(isTask);
  const asked = own.filter(({ name }) => name === 'FireAnimationFrame').map(({ ts }) => ts);
  return spells(marks).flatMap(([from, to]) => {
    // What is asked of one frame several times is asked within one task.
    const begun = tasks.filter(({ ts, dur = 0 }) => ts >= from && ts < to && holdsOne(asked, ts, ts + dur));
    return begun.slice(0, -1).map(({ ts }, place): Frame => {
      const next = begun[place + 1]?.ts ?? ts;
      const within = tasks.filter((task) => task.ts >= ts && task.ts < next);
      return {
        work: within.reduce((sum, task) => sum + worked(task), 0),
        until: (next - ts) / 1000,
      };
    });
  });
}

/** Milliseconds that the main thread worked in each task in which a mark was made: a whole frame, if made while it began. */
export function workAround(mark: string, events: readonly TraceEvent[]): readonly number[] {
  return events
    .filter(({ name }) => name === mark)
    .flatMap(({ ts, pid, tid }) => {
      const task = events.find(
        (one) =>
          isTask(one) && one.pid === pid && one.tid === tid && one.ts <= ts && ts < one.ts + (one.dur ?? 0),
      );
      return task === undefined ? [] : [worked(task)];
    });
}

/** The share of frames that should have been there and were not. */
export function droppedShare(frames: readonly Frame[]): number {
  const missing = frames.filter(({ until }) => until > 1.5 * FRAME_MS);
  return missing.length / Math.max(1, frames.length);
}

const isTask = ({ name, ph }: TraceEvent): boolean => name === 'RunTask' && ph === 'X';

const worked = ({ dur = 0, tdur = dur }: TraceEvent): number => tdur / 1000;

const inTime = (one: TraceEvent, other: TraceEvent): number => one.ts - other.ts;

function spells(marks: readonly TraceEvent[]): (readonly [number, number])[] {
  return marks.flatMap(({ name, ts }, place) => {
    const next = marks[place + 1];
    return name === BEGUN && next?.name === ENDED ? [[ts, next.ts] as const] : [];
  });
}

const holdsOne = (times: readonly number[], from: number, to: number): boolean =>
  times.some((time) => time >= from && time <= to);
