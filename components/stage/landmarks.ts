import type { Meaning } from '@/lib/scene/meanings';
import { at } from '@/lib/sim/columns';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { STEP_KINDS } from '@/lib/sim/step';
import type { Trace } from '@/lib/sim/trace';
import type { StageState } from '@/lib/store/stage';
import { isLandmark, meaningOf } from './step-meaning';

/** A step that is painted on the timeline. */
export interface Landmark {
  readonly at: Millis;
  readonly meaning: Meaning;
}

/** Pixels that a mark takes: nearer ones would cover each other. */
const GAP = 13;

/** Where there is no room for all, what went wrong is painted first, in this order. */
const WRONG: readonly Meaning[] = ['crash', 'lost', 'dead', 'duplicate'];
const USUAL: readonly Meaning[] = ['pending', 'flight', 'delivered'];
const MEANINGS: readonly Meaning[] = [...WRONG, ...USUAL];

/** The timeline's length: whole seconds, so that it does not change with every step. */
export const spanOf = ({ end }: Pick<Trace, 'end'>): Millis => Math.max(2000, Math.ceil(end / 1000) * 1000);

/** As long as the longest of several runs. */
export const timelineSpan = ({ branches }: Pick<StageState, 'branches'>): Millis =>
  Math.max(...branches.map(({ run }) => spanOf(run.trace)));

interface Painted {
  readonly span: Millis;
  readonly width: number;
  readonly marks: readonly Landmark[];
}

const painted = new WeakMap<Trace, Painted>();

/** The marks of a trace on a timeline of so many pixels: one pass over its codes, however many steps it has. */
export function landmarksOf(trace: Trace, span: Millis, width: number): readonly Landmark[] {
  const known = painted.get(trace);
  if (known?.span === span && known.width === width) return known.marks;
  const marks = paint(firstInEach(trace, span, width), width);
  painted.set(trace, { span, width, marks });
  return marks;
}

/** By pixel and meaning: the first such step, in milliseconds; −1 where there is none. */
function firstInEach({ codes, length }: Trace, span: Millis, width: number): Float64Array {
  const first = new Float64Array((width + 1) * MEANINGS.length).fill(-1);
  const scale = width / (span * 1000);
  for (let place = 0; place < length; place += 1) {
    const meanings = at(codes.value, place) > 1 ? MANY : ONE;
    const meaning = meanings[at(codes.kind, place)] as number;
    if (meaning === -1) continue;
    const micros = codes.at[place] as number;
    const cell = Math.min(width, Math.floor(micros * scale)) * MEANINGS.length + meaning;
    if (first[cell] === -1) first[cell] = micros / 1000;
  }
  return first;
}

/** The meaning of each kind of step, by its code, where its value is up to 1 and where it is above; −1: not painted. */
const meaningsFor = (value: number): Int8Array =>
  Int8Array.from(STEP_KINDS, (kind) => {
    const meaning = isLandmark({ kind }) ? meaningOf({ kind, value }) : null;
    return meaning === null ? -1 : MEANINGS.indexOf(meaning);
  });
const ONE = meaningsFor(1);
const MANY = meaningsFor(2);

function paint(first: Float64Array, width: number): readonly Landmark[] {
  const marks: Landmark[] = [];
  const taken = new Uint8Array(width + 1);
  const counts = new Int32Array(MEANINGS.length);
  const timeAt = (pixel: number, meaning: number): Millis =>
    first[pixel * MEANINGS.length + meaning] as Millis;
  const put = (pixel: number, meaning: number) => {
    marks.push({ at: timeAt(pixel, meaning), meaning: MEANINGS[meaning] as Meaning });
    counts[meaning] = at(counts, meaning) + 1;
    taken.fill(1, Math.max(0, pixel - GAP + 1), pixel + GAP);
  };
  const hasRoom = (pixel: number, meaning: number) => taken[pixel] === 0 && timeAt(pixel, meaning) >= 0;
  for (const meaning of WRONG.keys()) {
    for (let pixel = 0; pixel <= width; pixel += 1) if (hasRoom(pixel, meaning)) put(pixel, meaning);
  }
  // Of the rest, from left to right, whatever kind has been told of least.
  const usual = USUAL.map((meaning) => MEANINGS.indexOf(meaning));
  for (let pixel = 0; pixel <= width; pixel += 1) {
    if (!usual.some((meaning) => hasRoom(pixel, meaning))) continue;
    const near = usual.flatMap((meaning) => {
      for (let next = pixel; next < pixel + GAP && next <= width; next += 1)
        if (hasRoom(next, meaning)) return [{ meaning, next }];
      return [];
    });
    const rarest = near.reduce((one, other) =>
      at(counts, other.meaning) < at(counts, one.meaning) ? other : one,
    );
    put(rarest.next, rarest.meaning);
  }
  return marks.sort((one, other) => one.at - other.at);
}
