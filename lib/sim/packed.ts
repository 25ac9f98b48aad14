// A trace as plain values that a worker can hand over, its columns without a copy. A structured clone carries it; JSON
// cannot.
import { planOf } from './plan';
import type { Codes } from './recorder';
import type { Trace } from './trace';

/** What time has decided under the scenario's own rules: no path of an exploration, no process of a learner's. */
export type PlainTrace = Trace & { readonly path?: never; readonly fault?: never };

/** Without what scenario and commands say as well. */
export type PackedTrace = Omit<PlainTrace, 'plan' | 'actors' | 'path' | 'fault'>;

/** The others need no packing: they are short, or run where the learner's process is. */
export const isPlain = (trace: Trace): trace is PlainTrace =>
  trace.plan.timed && trace.plan.processes.relay === null && trace.plan.processes.consumer === null;

/** Only what was used of each column. The trace is done with: its buffers go along. */
export function packTrace({ plan: _, actors: __, ...trace }: PlainTrace): {
  readonly packed: PackedTrace;
  readonly buffers: readonly ArrayBuffer[];
} {
  const packed = { ...trace, codes: trimmed(trace.codes, trace.length) };
  return { packed, buffers: buffersIn([packed.codes, packed.checkpoints]) };
}

/** The same trace again. */
export function unpackTrace(packed: PackedTrace): Trace {
  const plan = planOf(packed.scenario, true, packed.commands);
  return { ...packed, plan, actors: plan.actors };
}

const trimmed = ({ lists, ...columns }: Codes, length: number): Codes => ({
  at: columns.at.slice(0, length),
  kind: columns.kind.slice(0, length),
  actor: columns.actor.slice(0, length),
  event: columns.event.slice(0, length),
  row: columns.row.slice(0, length),
  value: columns.value.slice(0, length),
  dedup: columns.dedup.slice(0, length),
  lists: lists.slice(),
});

/** The memory of every column in a value, each once: what goes along when the value is handed over. */
export function buffersIn(value: unknown): readonly ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (part: unknown) => {
    if (ArrayBuffer.isView(part)) found.add(part.buffer as ArrayBuffer);
    else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) look(inner);
  };
  look(value);
  return [...found];
}
