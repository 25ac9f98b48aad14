// How long a program may go on, and how much it may take. Nothing that it catches keeps it alive beyond that.
import type { QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { ProgramLimits } from './limits';

export const ENDLESS =
  'It takes more steps than any round needs. Is there a loop, or a function that calls itself, without end?';

export const GROWS = 'It takes more memory than any round needs. Is there something that grows without end?';

export interface Guard {
  /** The program has been given an answer, and goes on from there. */
  readonly begin: () => void;
  /** For QuickJS, every 10,000 steps: true ends the program, which cannot catch it. */
  readonly interrupt: () => boolean;
  /** Why the program may not go on; null while it may. */
  readonly stopped: () => string | null;
}

/** For one run. */
export function guardOf(quickJs: QuickJSWASMModule, { interrupts, memory, millis }: ProgramLimits): Guard {
  // WebAssembly's memory never shrinks, so what was taken and given back counts as well.
  const bytes = (): number => quickJs.getWasmMemory().buffer.byteLength;
  const start = bytes();
  const grows = (): boolean => bytes() - start > memory;
  let count = 0;
  let until = 0;
  let reason: string | null = null;
  return {
    begin: () => {
      count = 0;
      until = performance.now() + millis;
    },
    interrupt: () => {
      count += 1;
      if (grows()) reason ??= GROWS;
      if (count > interrupts || performance.now() > until) reason ??= ENDLESS;
      return reason !== null;
    },
    stopped: () => reason ?? (grows() ? GROWS : null),
  };
}
