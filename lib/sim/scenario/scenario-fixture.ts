import type { Json } from '@/lib/shared/json';
import type { Scenario } from './scenario';
import { complete } from './scenario-defaults';

/** Any part of a value: what is left out has its default. */
export type Sketch<Value> = Value extends readonly (infer Item)[]
  ? readonly Sketch<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: Sketch<Value[Key]> }
    : Value;

/** A scenario for tests and figures: `scenarioOf({ relays: { count: 2, claim: 'skip-locked' } })`. Its seed is 1. */
export const scenarioOf = (sketch: Sketch<Scenario> = {}): Scenario =>
  complete({ seed: 1, ...(sketch as { readonly [key: string]: Json }) });
