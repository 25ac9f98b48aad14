// Faults in the form: which keys each kind has, and what a new one says.
import type { Json } from '@/lib/shared/json';
import { FAULT_KEYS } from '@/lib/sim/scenario/scenario-schema/faults';

export type FaultKind = keyof typeof FAULT_KEYS;

export const FAULT_KINDS = Object.keys(FAULT_KEYS) as readonly FaultKind[];

const FIRST: { readonly [key: string]: Json } = {
  at: { step: 'published', occurrence: 1 },
  from: 500,
  to: 2000,
  factor: 5,
  ms: 1000,
};

/** A fault of a kind with what it needs, keeping what the one before it said where that still has a meaning. */
export function faultOf(kind: FaultKind, before: { readonly [key: string]: Json } = {}): Json {
  const { needs, may } = FAULT_KEYS[kind];
  const kept = [...needs, ...may].filter((key) => key in before).map((key) => [key, before[key] as Json]);
  const needed = needs.map((key) => [key, FIRST[key] as Json]);
  return { do: kind, ...Object.fromEntries(needed), ...Object.fromEntries(kept) };
}

/** The keys that a fault of this kind has in the form, those it needs first. */
export const keysOf = (kind: FaultKind): readonly string[] => [
  ...FAULT_KEYS[kind].needs,
  ...FAULT_KEYS[kind].may,
];
