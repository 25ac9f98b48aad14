// What an adversary does with a pointer or by key, and the answer that says so. Values only.
import type { Json } from '@/lib/shared/json';
import type { Command, Deed, Fault, Millis } from '@/lib/sim/scenario/scenario';
import { FAULT_KEYS } from '@/lib/sim/scenario/scenario-schema/faults';
import type { StepKind } from '@/lib/sim/step';
import { stepsOf, type Trace } from '@/lib/sim/trace';
import type { JsonMap } from '../part/opened';
import { writePart } from '../part/write-part';

/** A moment of a run at which something can be done: right after a step, or at a time between. */
export interface Moment {
  readonly at: Millis;
  /** The place of the step in its trace; null between steps. */
  readonly step: number | null;
  /** Which of its kind it is, from 1. */
  readonly occurrence: number;
  readonly kind: StepKind | null;
}

/** Between steps there is a moment every so often, and for so long after the last one. */
const EVERY: Millis = 100;
const AFTER: Millis = 1000;
/** Closer to a step than this nobody means anything but the step. */
const NEAR: Millis = 2;

/** In the order of time; the first is the start. */
export function momentsOf(trace: Trace): readonly Moment[] {
  const times: { [Kind in StepKind]?: number } = {};
  const steps = stepsOf(trace).map(({ at, kind }, step): Moment => {
    const occurrence = (times[kind] ?? 0) + 1;
    times[kind] = occurrence;
    return { at, step, occurrence, kind };
  });
  const between = Array.from({ length: Math.ceil((trace.end + AFTER) / EVERY) }, (_, index): Moment => {
    return { at: index * EVERY, step: null, occurrence: 0, kind: null };
  });
  const free = between.filter(({ at }) => at === 0 || !steps.some((step) => Math.abs(step.at - at) < NEAR));
  return [...steps, ...free].sort((one, other) => one.at - other.at);
}

/** What is placed: a fault, or a command, by its place in its list. */
export interface PlacedDoing {
  readonly list: 'faults' | 'commands';
  readonly place: number;
  readonly doing: Fault | Command;
}

const listIn = (written: JsonMap, list: PlacedDoing['list']): readonly Json[] => {
  const value = written[list];
  return Array.isArray(value) ? value : [];
};

export const placedIn = (written: JsonMap): readonly PlacedDoing[] =>
  (['faults', 'commands'] as const).flatMap((list) =>
    listIn(written, list).map((doing, place) => ({
      list,
      place,
      doing: doing as unknown as Fault | Command,
    })),
  );

/** The answer with one deed more. What waits for a step is a fault; whatever else is done at a time is a command. */
export function withDeed(written: JsonMap, deed: Deed, moment: Moment, opens: readonly string[]): string {
  const fault = faultOf(deed, moment);
  const list = fault !== null && opens.includes('faults') ? 'faults' : 'commands';
  const doing = list === 'faults' ? fault : { at: moment.at, ...deed };
  return writePart({ ...written, [list]: [...listIn(written, list), doing as unknown as Json] });
}

/** Null for what is no fault of a scenario that has a moment of its own. */
function faultOf(deed: Deed, { at, kind, occurrence }: Moment): Json {
  const keys = (FAULT_KEYS as { readonly [name: string]: { readonly needs: readonly string[] } })[deed.do];
  if (keys?.needs[0] !== 'at') return null;
  const when = kind === null ? { ms: Math.round(at) } : { step: kind, occurrence };
  return { ...deed, at: when } as unknown as Json;
}

/** The answer without it. */
export const withoutDoing = (written: JsonMap, { list, place }: PlacedDoing): string =>
  writePart({ ...written, [list]: listIn(written, list).filter((_, index) => index !== place) });
