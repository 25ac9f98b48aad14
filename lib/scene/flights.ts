// What travels in a run, and when. Columns, in the order of departure: a moment of a long run is found at once.
import type { Millis } from '@/lib/sim/scenario/scenario';
import { STEP_KINDS } from '@/lib/sim/step';
import type { Trace } from '@/lib/sim/trace';
import { consumerRules } from './flights-consumers';
import { inOrder } from './flights-order';
import { relayRules } from './flights-relays';
import { serviceRules } from './flights-service';
import { createSky, type Rule } from './flights-sky';

/** One entry a flight, in the order of departure. */
export interface Flights {
  readonly length: number;
  /** Departure and arrival, in milliseconds of the run. At both moments it can be seen. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly way: Uint8Array;
  readonly meaning: Uint8Array;
  /** The code of the actor at the end that is not the outbox or the broker: a relay, a member, the order service. */
  readonly actor: Uint8Array;
  readonly event: Int32Array;
  /** Which copy of the event; 0 where it is no message, or where nobody knows. */
  readonly copy: Int32Array;
  /** The event's row in the outbox, by its `id`; 0 where it has none. */
  readonly row: Int32Array;
  /** Where the broker keeps several queues or partitions: which of them, from 1; 0 where that is not known. */
  readonly lane: Uint8Array;
  /** The shares of the way, in hundredths, between which it goes; one that is lost stops on it. */
  readonly start: Uint8Array;
  readonly reach: Uint8Array;
  /** A code of `COURSE`. */
  readonly course: Uint8Array;
  /** The longest of them. */
  readonly longest: Millis;
  /** Before each 4,096th flight: how many had left on each way with each meaning. */
  readonly tally: Int32Array;
  /** Actors with codes from 2 are relays, so many; then come the members, each with the place of its group. */
  readonly relays: number;
  readonly groups: Uint8Array;
}

const RULES: readonly (Rule | undefined)[] = STEP_KINDS.map(
  (kind) => ({ ...serviceRules, ...relayRules, ...consumerRules })[kind],
);

/**
 * Everything that travels in a trace. One pass over its steps. A trace says when things happened, not when they left:
 * some flights end with their step, some begin with it.
 *
 * | step | flight | from, to | meaning |
 * |---|---|---|---|
 * | committed | write | from its insert, 220 ms at most, to the commit | quiet |
 * | rolled-back | write | the same, but it turns round half way | quiet |
 * | service-crashed | write | the same, to half way, where it fades; nothing if the order was committed | quiet |
 * | polled | fetch, one for each row | 16 ms from the poll | quiet |
 * | published | publish | from the relay's step before (in a dual write, the order's), 40 to 120 ms, to the step | flight; the second copy: duplicate |
 * | dropped | publish | the same; one that never arrived fades on the way, one that was confirmed fades at the broker | lost |
 * | refused, returned | publish | the same, there and back | quiet |
 * | confirmed | confirm | from the publish, 80 ms at most | quiet |
 * | unconfirmed | confirm | the same, to half way, where it fades | quiet |
 * | marked, saved | mark, one for each row | from the relay's step before, 14 to 26 ms | quiet |
 * | mark-refused | mark | the same, there and back | quiet |
 * | delivered | deliver | from the step to the member's next about this copy, 130 ms at most | flight; the second copy: duplicate |
 * | redelivered | deliver | the same | duplicate |
 * | consumer-crashed, broker-down, broker-restarted | what is on its way to members fades where it is | | as it was |
 * | missed, trimmed | it fades where it is: on its way, at the member, or at the broker. A notification that nobody hears sets out | | lost |
 * | acked | ack | from the member's step before, 10 to 20 ms, to the step | quiet |
 * | marked by a member | ack | 20 ms from the step | quiet |
 * | requeued | ack | 20 ms from the step | flight |
 * | applied | effect | 60 ms from the step | delivered; a second effect: duplicate |
 * | dead-lettered, parked | bury | 60 ms from the step | dead |
 * | redriven | redrive, or retake where they halted their key: one for each | 90, 60 ms from the step | flight |
 *
 * In a trace without time, where steps stand 100 ms apart, every flight takes the 90 ms that end with its step.
 */
export function flightsOf(trace: Trace): Flights {
  const sky = createSky(trace);
  const { codes, length } = trace;
  for (let place = 0; place < length; place += 1) {
    const rule = RULES[codes.kind[place] as number];
    if (rule === undefined) continue;
    sky.place = place;
    sky.now = codes.at[place] as number;
    sky.kind = codes.kind[place] as number;
    sky.actor = codes.actor[place] as number;
    sky.event = codes.event[place] as number;
    sky.row = codes.row[place] as number;
    sky.value = codes.value[place] as number;
    rule(sky);
  }
  return inOrder(sky);
}
