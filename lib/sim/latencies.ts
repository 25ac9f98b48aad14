// The lengths of things: chosen so that a person can follow at a quarter of the speed. They are not measurements.
import { nextBelow } from '@/lib/shared/random';
import type { Scenario } from './scenario/scenario';
import type { Micros, World } from './world';

/** The least and the most, in milliseconds. */
type Range = readonly [number, number];

/** How long things take: from the first number of milliseconds, and by chance up to the second. */
export const LATENCIES = {
  transaction: [40, 60],
  /** A transaction that others overtake. */
  longTransaction: [90, 220],
  writing: [5, 15],
  /** From the row to the broker. */
  publishing: [72, 114],
  confirm: [50, 80],
  marking: [14, 26],
  /** From the broker to a consumer. */
  delivery: [90, 130],
  /** Between one message that a consumer handles and the next. */
  handling: [20, 30],
  acking: [10, 20],
  /** Between two messages that leave for one member. */
  pushing: [1, 3],
  restart: [500, 600],
  /** From the start of a relay to its first poll. */
  boot: [40, 60],
  /** From a commit to whoever was woken by it, or reads the log. */
  wakeUp: [8, 16],
} as const satisfies Record<string, Range>;

/** No message takes longer from the broker to a member. */
export const longestDelivery = (scenario: Paced): Micros => paced(scenario, LATENCIES.delivery[1] * 1000);

/** From a step to the crash that it brings: shorter than anything that could happen between. */
export const crashDelay = (scenario: Paced): Micros => paced(scenario, 8000);

/** A length by chance between the two, in microseconds. */
export function latency({ random, plan }: World, between: Range): Micros {
  const least = between[0] * 1000;
  return paced(plan.scenario, least + nextBelow(random, between[1] * 1000 - least + 1));
}

type Paced = Pick<Scenario, 'pace'>;

/** Nothing takes no time at all, however fast everything is. */
export const paced = ({ pace }: Paced, length: Micros): Micros =>
  pace === 1 ? length : Math.max(1, Math.round(length / pace));
