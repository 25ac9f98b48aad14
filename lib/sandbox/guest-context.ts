// A context of QuickJS with the guest in it, and what the host may do there: call the guest, and let things happen.
import type {
  QuickJSContext,
  QuickJSHandle,
  QuickJSRuntime,
  QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { ProcessStopped } from '@/lib/sim/process/process-fault';
import { ENDLESS, GROWS, type Guard } from './guard';
import { ANSWER, GUEST } from './guest';
import { lineIn } from './guest-words';

/** The language without a clock: no constructor leads to one. */
const INTRINSICS = {
  BaseObjects: true,
  Date: false,
  Eval: true,
  StringNormalize: true,
  RegExp: true,
  RegExpCompiler: true,
  JSON: true,
  Proxy: true,
  MapSet: true,
  TypedArrays: true,
  Promise: true,
  BigInt: true,
} as const;

/** Jobs that run between two looks at whether the program may go on. */
const JOBS = 1_000;

/** Beyond any guard's limit, so that it is the guard who ends a program. */
const MOST_BYTES = 64 * 2 ** 20;

type Value = string | number | boolean | QuickJSHandle;

/** Fresh globals. Whatever runs in it throws `ProcessStopped` where nobody can go on with it. */
export class GuestContext {
  readonly #runtime: QuickJSRuntime;
  readonly #context: QuickJSContext;
  readonly #guest: QuickJSHandle;
  readonly #guard: Guard;

  constructor(quickJs: QuickJSWASMModule, guard: Guard, stack: number) {
    this.#guard = guard;
    this.#runtime = quickJs.newRuntime({
      maxStackSizeBytes: stack,
      memoryLimitBytes: MOST_BYTES,
      interruptHandler: guard.interrupt,
    });
    this.#context = this.#runtime.newContext({ intrinsics: INTRINSICS });
    this.#guest = this.#context.unwrapResult(this.#context.evalCode(GUEST, 'guest'));
  }

  /** What a module exports by default. */
  load(code: string): QuickJSHandle {
    const evaluated = this.#context.evalCode(code, ANSWER, { type: 'module' });
    if (evaluated.error !== undefined) throw this.#stopped(evaluated.error);
    this.settle();
    const state = this.#context.getPromiseState(evaluated.value);
    if (state.type === 'rejected') throw this.#stopped(state.error);
    if (state.type === 'pending') throw new ProcessStopped(WAITS_OUTSIDE);
    const round = this.#context.getProp(state.value, 'default');
    state.value.dispose();
    return round;
  }

  /** Calls the guest. */
  call(name: string, ...values: readonly Value[]): void {
    this.#result(name, values).dispose();
  }

  text(name: string, ...values: readonly Value[]): string {
    const result = this.#result(name, values);
    const text = this.#context.typeof(result) === 'string' ? this.#context.getString(result) : '';
    result.dispose();
    return text;
  }

  number(name: string): number {
    const result = this.#result(name, []);
    const number = this.#context.getNumber(result);
    result.dispose();
    return number;
  }

  /** Lets happen whatever follows, until the program waits. */
  settle(): void {
    while (this.#runtime.hasPendingJob()) {
      const ran = this.#runtime.executePendingJobs(JOBS);
      if (ran.error !== undefined) throw this.#stopped(ran.error);
      ran.dispose();
    }
  }

  dispose(): void {
    this.#guest.dispose();
    this.#context.dispose();
    this.#runtime.dispose();
  }

  #result(name: string, values: readonly Value[]): QuickJSHandle {
    const method = this.#context.getProp(this.#guest, name);
    const given = values.map((value) => this.#handleOf(value));
    const result = this.#context.callFunction(method, this.#guest, ...given);
    for (const handle of [method, ...given]) handle.dispose();
    if (result.error !== undefined) throw this.#stopped(result.error);
    return result.value;
  }

  #handleOf(value: Value): QuickJSHandle {
    if (typeof value === 'string') return this.#context.newString(value);
    if (typeof value === 'number') return this.#context.newNumber(value);
    if (typeof value === 'boolean') return value ? this.#context.true : this.#context.false;
    return value;
  }

  /** What came out of it is an object of the program's: it is looked at within the same limits. */
  #stopped(error: QuickJSHandle): ProcessStopped {
    const place = lineIn(this.#property(error, 'stack'));
    const [name, message] = [this.#property(error, 'name'), this.#property(error, 'message')];
    error.dispose();
    return stoppedBy(this.#guard.stopped(), `${name}: ${message}`, place);
  }

  #property(error: QuickJSHandle, name: string): string {
    const value = this.#context.getProp(error, name);
    const text = this.#context.typeof(value) === 'string' ? this.#context.getString(value) : '';
    value.dispose();
    return text;
  }
}

const WAITS_OUTSIDE = 'What stands outside of the function waits for something, and only a round may wait.';

/** The reason of its end, in words for whoever wrote it. */
export function stoppedBy(reason: string | null, error: string, line: number | null): ProcessStopped {
  const limit = reason ?? limitIn(error);
  return limit === null
    ? new ProcessStopped(error, { line })
    : new ProcessStopped(limit, { line, endless: true });
}

function limitIn(error: string): string | null {
  if (error === 'InternalError: stack overflow') return ENDLESS;
  return /^(InternalError: out of memory|InternalError: string too long)$/.test(error) ? GROWS : null;
}
