import { nextBelow } from '@/lib/shared/random';
import type { Retry } from './scenario/scenario';
import type { Micros, World } from './world';

/** The least and the most that a wait before the next attempt may take, in milliseconds; `attempt` counts from 1. */
export function bounds({ baseMs, factor, capMs, jitter }: Retry, attempt: number): readonly [number, number] {
  const whole = Math.min(capMs, baseMs * factor ** (attempt - 1));
  if (jitter === 'none') return [whole, whole];
  return [jitter === 'equal' ? whole / 2 : 0, whole];
}

/** How long to wait after the n-th attempt failed: exponential, capped, with the jitter that was asked for. */
export function backoff({ plan, random }: World, attempt: number): Micros {
  const [least, most] = bounds(plan.scenario.relays.retry, attempt);
  return Math.round(least * 1000) + nextBelow(random, Math.round((most - least) * 1000) + 1);
}
