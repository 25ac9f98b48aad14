import { nextBelow, type Random } from '@/lib/shared/random';
import type { Millis } from './scenario';

/** How long things take: from the first number, and by chance up to the second. */
const LATENCIES = {
  transaction: [40, 60],
  preparing: [12, 24],
  publishing: [60, 90],
  confirm: [50, 80],
  marking: [14, 26],
  delivery: [90, 130],
  /** Between one delivery to a consumer and the next. */
  handling: [20, 30],
  restart: [500, 600],
  /** From the start of the relay to its first poll. */
  boot: [40, 60],
} as const satisfies Record<string, readonly [Millis, Millis]>;

/** From a step to the crash that it brings: shorter than anything that could happen between. */
export const CRASH_DELAY: Millis = 8;

export function latency(random: Random, of: keyof typeof LATENCIES): Millis {
  const [least, most] = LATENCIES[of];
  return least + nextBelow(random, most - least + 1);
}
