// A trace as plain values that a worker can hand over, its columns without a copy.
import type { Trace } from './trace';

export interface PackedTrace {
  readonly scenario: Trace['scenario'];
  readonly commands: Trace['commands'];
  readonly length: number;
  readonly end: number;
  readonly unfinished: boolean;
  readonly codes: Trace['codes'];
  readonly worlds: readonly PackedWorld[];
}

interface PackedWorld {
  readonly now: number;
  readonly steps: number;
  readonly stamped: number;
  readonly random: object;
  readonly cells: readonly ArrayBufferView[];
}

/** Only what was used of each column. The trace is done with: its buffers go along. */
export declare function packTrace(trace: Trace): {
  readonly packed: PackedTrace;
  readonly buffers: readonly ArrayBuffer[];
};

/** The same trace again. */
export declare function unpackTrace(packed: PackedTrace): Trace;
