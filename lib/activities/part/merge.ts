import type { Json } from '@/lib/shared/json';
import { mapOf } from './opened';

/**
 * One part of a scenario over another: keys join, and where both have one, `over` wins. Lists take each other's place,
 * but for `faults`: what goes wrong in one goes wrong beside what goes wrong in the other, the upper ones first.
 */
export function merge(base: Json, over: Json): Json {
  const merged: Record<string, Json> = { ...mapOf(base) };
  for (const [key, part] of Object.entries(mapOf(over))) {
    const below = merged[key];
    if (key === 'faults') merged[key] = [...listOf(part), ...listOf(below)];
    else if (part === null && below !== undefined) continue;
    else merged[key] = isMap(part) && isMap(below) ? merge(below, part) : part;
  }
  return merged;
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const isMap = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
