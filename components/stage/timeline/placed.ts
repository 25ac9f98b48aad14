// What was done to a run, at its times: by people, who may take it back or move it, and by the scenario itself.
import type { Meaning } from '@/lib/scene/meanings';
import { inputsOf, waitingOf } from '@/lib/sim/deeds';
import type { Deed, Millis } from '@/lib/sim/scenario/scenario';
import { seconds } from '@/lib/sim/tell/clock';
import { stepAt, stepsBy, type Trace } from '@/lib/sim/trace';
import { deedWords } from './deed-words';

export interface Placed {
  readonly key: string;
  readonly at: Millis;
  /** `Relay crashed`. */
  readonly words: string;
  readonly meaning: Meaning | null;
  /** Its place in the trace's commands; null for what the scenario does. */
  readonly place: number | null;
}

/** All of it, in the order of time. A fault that waits for a step stands where that step happened. */
export function placedIn(trace: Trace): readonly Placed[] {
  const { scenario, commands } = trace;
  const told = (deed: Deed, at: Millis, key: string, place: number | null): Placed => {
    const { done, meaning } = deedWords(deed, scenario);
    return { key, at, words: done, meaning, place };
  };
  const timed = inputsOf(scenario, []).map((command, index) =>
    told(command, command.at, `timed ${index}`, null),
  );
  const done = commands.map((command, place) => told(command, command.at, `done ${place}`, place));
  return [...timed, ...sprung(trace, told), ...done].sort((one, other) => one.at - other.at);
}

function sprung(
  { scenario, codes, length }: Trace,
  told: (deed: Deed, at: Millis, key: string, place: null) => Placed,
): readonly Placed[] {
  const waiting = waitingOf(scenario);
  if (waiting.length === 0) return [];
  const happened = new Map<number, number>();
  const found: Placed[] = [];
  for (let place = 0; place < length && found.length < waiting.length; place += 1) {
    const kind = codes.kind[place] as number;
    const occurrence = (happened.get(kind) ?? 0) + 1;
    happened.set(kind, occurrence);
    for (const [index, fault] of waiting.entries()) {
      if (fault.kind !== kind || fault.occurrence !== occurrence) continue;
      found.push(told(fault.deed, (codes.at[place] as number) / 1000, `sprung ${index}`, null));
    }
  }
  return found;
}

/** What stands so near together that it has one button. */
export interface Cluster {
  readonly key: string;
  readonly at: Millis;
  readonly placed: readonly Placed[];
  /** On its button, where there is room for them up to the next one; null where there is not. */
  readonly words: string | null;
}

/** Pixels that a button takes at least, under a pointer and under a finger. */
export const BUTTON = { pointer: 28, finger: 46 } as const;

/** As many buttons as have room on a track of so many pixels. */
export function clusters(
  all: readonly Placed[],
  span: Millis,
  width: number,
  button: number = BUTTON.pointer,
): readonly Cluster[] {
  const groups: Placed[][] = [];
  const near = (button / Math.max(width, 1)) * span;
  for (const one of all) {
    const last = groups.at(-1);
    const first = last?.[0];
    if (last !== undefined && first !== undefined && one.at - first.at < near) last.push(one);
    else groups.push([one]);
  }
  return groups.map((placed, index) => {
    const { key, at } = placed[0] as Placed;
    const next = groups[index + 1]?.[0]?.at ?? span;
    const words = placed.length === 1 ? (placed[0] as Placed).words : `${placed.length} things`;
    const room = ((next - at) / span) * width - button;
    return { key, at, placed, words: words.length * LETTER < room ? words : null };
  });
}

/** Pixels that a letter takes, a broad one. */
const LETTER = 6.6;

/** The moment that a click on the track means: whole milliseconds, within it. */
export const momentAt = (x: number, width: number, span: Millis): Millis =>
  Math.round(Math.min(1, Math.max(0, x / Math.max(width, 1))) * span);

/** One step of the trace earlier: before the last step that had happened when it was done. Null at the start. */
export function earlierThan(trace: Trace, at: Millis): Millis | null {
  if (at <= 0) return null;
  const before = stepsBy(trace, at);
  return before < 2 ? 0 : stepAt(trace, before - 2).at;
}

/** What a deed itself brings at once follows it within so many milliseconds. */
const AT_ONCE = 0.05;

/** One step later: after the next step that the deed did not bring at once. Null where nothing follows. */
export function laterThan(trace: Trace, at: Millis): Millis | null {
  const next = stepsBy(trace, at + AT_ONCE);
  return next < trace.length ? stepAt(trace, next).at : null;
}

/** `Relay crashed, at 1.250 s, from the scenario`. */
export const toldOf = ({ words, at, place }: Placed): string =>
  `${words}, at ${seconds(at)} s${place === null ? ', from the scenario' : ''}`;
