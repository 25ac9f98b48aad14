import type { Problem } from './problem';

/** A value, or every problem that stood in its way. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const success = <Value>(value: Value): Result<Value> => ({ ok: true, value });

export const failure = (problems: readonly Problem[]): Result<never> => ({ ok: false, problems });
