import { at, type Column } from './columns';
import type { Micros, World } from './world';

/** Keeps what happens; see `trace.ts`. */
export interface Recorder {
  readonly add: (
    at: Micros,
    kind: number,
    actor: number,
    event: number,
    row: number,
    value: number,
    dedup: number,
  ) => void;
  /** A step about several events, each `batch[from]` up to but not including `batch[to]`; `rows` has the row of each event. */
  readonly addMany: (
    at: Micros,
    kind: number,
    actor: number,
    batch: Column,
    from: number,
    to: number,
    rows: Column,
  ) => void;
}

/** Notes that something happened now. `value` and `dedup` mean what `step.ts` says of the kind. */
export function record(world: World, kind: number, actor: number, event = 0, value = 0, dedup = 0): void {
  stamp(world);
  const { notes, recorder, plan } = world;
  if (!plan.timed && recorder === null) return;
  notes.happened[kind] = at(notes.happened, kind) + 1;
  recorder?.add(world.now, kind, actor, event, event === 0 ? 0 : at(world.events.id, event), value, dedup);
}

/** The same for a step about several events: those of the batch from one place up to another. */
export function recordMany(
  world: World,
  kind: number,
  actor: number,
  batch: Column,
  from: number,
  to: number,
): void {
  stamp(world);
  const { notes, recorder, plan } = world;
  if (!plan.timed && recorder === null) return;
  notes.happened[kind] = at(notes.happened, kind) + 1;
  recorder?.addMany(world.now, kind, actor, batch, from, to, world.events.id);
}

/** No two steps share a moment, so that a time says exactly what has happened. */
function stamp(world: World): void {
  world.steps += 1;
  if (world.now <= world.stamped) world.now = world.stamped + 1;
  world.stamped = world.now;
}
