import { stepsBy, type Trace } from './run';
import type { Millis } from './scenario';
import type { Step } from './step';

/** What stands in the strip of counters, each by its definition, counted from the steps alone. */
export interface Metrics {
  /** Committed rows of the outbox without `dispatched_at`. */
  readonly pending: number;
  /** Messages that left the relay and that some consumer has still to handle. */
  readonly inFlight: number;
  /** Events that every consumer has handled at least once. */
  readonly delivered: number;
  /** Deliveries of an event to a consumer that had handled it before. */
  readonly redelivered: number;
  /** Committed events that are not delivered, that no message carries and no row will send. */
  readonly lost: number;
}

export const metricsAt = (trace: Trace, time: Millis): Metrics =>
  count(trace.steps.slice(0, stepsBy(trace, time)), trace.scenario.consumers.length);

function count(steps: readonly Step[], consumers: number): Metrics {
  const committed = new Set<number>();
  const unmarked = new Set<number>();
  /** By event and copy: how many consumers have still to handle it. */
  const flying = new Map<string, number>();
  /** By event: the consumers that have handled it. */
  const handled = new Map<number, Set<string>>();
  let redelivered = 0;

  for (const step of steps) {
    switch (step.kind) {
      case 'committed':
        committed.add(step.event.number);
        unmarked.add(step.event.number);
        break;
      case 'marked':
        unmarked.delete(step.event.number);
        break;
      case 'sent':
        flying.set(copyOf(step), consumers);
        break;
      case 'refused':
        flying.delete(copyOf(step));
        break;
      case 'applied':
      case 'skipped': {
        const by = handled.get(step.event.number) ?? new Set();
        if (by.has(step.actor)) redelivered += 1;
        handled.set(step.event.number, by.add(step.actor));
        const left = (flying.get(copyOf(step)) ?? 0) - 1;
        if (left > 0) flying.set(copyOf(step), left);
        else flying.delete(copyOf(step));
        break;
      }
    }
  }

  const isDelivered = (event: number) => handled.get(event)?.size === consumers;
  const carried = new Set([...flying.keys()].map((copy) => Number.parseInt(copy, 10)));
  return {
    pending: unmarked.size,
    inFlight: flying.size,
    delivered: [...committed].filter(isDelivered).length,
    redelivered,
    lost: [...committed].filter((event) => !(isDelivered(event) || carried.has(event) || unmarked.has(event)))
      .length,
  };
}

const copyOf = (step: { readonly event: { readonly number: number }; readonly copy: number }): string =>
  `${step.event.number}/${step.copy}`;
