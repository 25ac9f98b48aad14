// Each delivery, from the broker until its member has something to say about it.
import type { Group } from '@/lib/sim/cast';
import { LATENCIES, longestDelivery } from '@/lib/sim/latencies';
import { FIRST_RELAY, KIND } from '@/lib/sim/step';
import { MEANS, WAY } from './flights-kinds';
import { cut, depart, type Sky, stopAt, vanish } from './flights-sky';

/** The place of a member in the cast, by the actor at hand. */
const memberOf = ({ plan, actor }: Sky): number => actor - FIRST_RELAY - plan.relays;

/** The group of the member at hand. */
export const groupOf = (sky: Sky): number => (sky.plan.members[memberOf(sky)] as Group).index;

/** Where the broker keeps the event at hand for a group: RabbitMQ's queue, Kafka's partition, else the one place. */
export function laneOf({ plan, event }: Sky, group: number): number {
  const { kind, partitions } = plan.scenario.broker;
  if (kind === 'outbox') return 0;
  if (kind === 'rabbitmq') return Math.min(255, group + 1);
  return kind === 'kafka' ? (((event - 1) % plan.aggregates) % partitions) + 1 : 1;
}

/** Deliveries of the event at hand to this group; a notification is delivered to each member. */
const entryOf = (sky: Sky): number =>
  (sky.plan.broker.kind === 'notify' ? memberOf(sky) : groupOf(sky)) * (sky.plan.events + 1) + sky.event;

const LONGEST_DELIVERY = LATENCIES.delivery[1] * 1000;

/** The member has it when it first says something about it, which a later step does. */
export function deliver(sky: Sky, again: boolean) {
  const { flights, handed, latest, value } = sky;
  const entry = entryOf(sky);
  handed[entry] = (handed[entry] as number) + 1;
  // Where copies have no numbers, the second that a group is handed is a second one.
  const copy = value > 0 ? value : (handed[entry] as number);
  const meaning = again || copy > 1 ? MEANS.duplicate : MEANS.flight;
  const place = depart(sky, WAY.deliver, meaning, LONGEST_DELIVERY, copy);
  flights.lane[place] = laneOf(sky, groupOf(sky));
  flights.earlier[place] = latest[entry] as number;
  latest[entry] = place;
  note(sky, place);
}

function note(sky: Sky, place: number): void {
  if (sky.delivered === sky.deliveries.length) {
    const wider = new Int32Array(sky.deliveries.length * 2);
    wider.set(sky.deliveries);
    sky.deliveries = wider;
  }
  sky.deliveries[sky.delivered] = place;
  sky.delivered += 1;
}

/** Steps whose value is the number of a copy. */
const NUMBERED: ReadonlySet<number> = new Set([KIND.recorded, KIND.skipped, KIND.missed, KIND.acked]);

/** The oldest delivery that the step at hand can be about; −1 where its member was handed none. */
function delivery(sky: Sky): number {
  const { flights, latest, actor, value } = sky;
  const copy = NUMBERED.has(sky.kind) ? value : 0;
  let oldest = -1;
  for (let one = latest[entryOf(sky)] as number; one >= 0; one = flights.earlier[one] as number) {
    if (flights.actor[one] === actor && (copy === 0 || flights.copy[one] === copy)) oldest = one;
  }
  return oldest;
}

/** The member says something about the event: by now it has it. Returns the delivery, or −1. */
export function followed(sky: Sky): number {
  const { flights, now } = sky;
  const place = delivery(sky);
  if (place >= 0 && now < (flights.to[place] as number)) flights.to[place] = now;
  return place;
}

/** The same, and the member is through with it. Returns which copy it was; 0 where nobody knows. */
export function followedOut(sky: Sky): number {
  const place = followed(sky);
  if (place < 0) return 0;
  takeOut(sky, place);
  return sky.flights.copy[place] as number;
}

function takeOut(sky: Sky, place: number): void {
  const { flights, latest } = sky;
  const entry = entryOf(sky);
  const earlier = flights.earlier[place] as number;
  let later = latest[entry] as number;
  if (later === place) {
    latest[entry] = earlier;
    return;
  }
  while ((flights.earlier[later] as number) !== place) later = flights.earlier[later] as number;
  flights.earlier[later] = earlier;
}

/** The copy that an ack is about. */
export const lastOf = (sky: Sky): number => sky.value || (sky.handed[entryOf(sky)] as number);

/** It is handed out once more: whoever had this copy has it no longer. */
export function forgetCopy(sky: Sky): void {
  const { flights, latest, now, value } = sky;
  for (let one = latest[entryOf(sky)] as number; one >= 0; one = flights.earlier[one] as number) {
    if (value > 0 && flights.copy[one] !== value) continue;
    if (now < (flights.to[one] as number)) cut(sky, one, flights.meaning[one] as number);
    takeOut(sky, one);
  }
}

/** Connections break, a member's or all of them: what was on its way comes no further. */
export function breakOff(sky: Sky, actor: number | null): void {
  const { flights, deliveries, now } = sky;
  for (let index = sky.delivered - 1; index >= 0; index -= 1) {
    const place = deliveries[index] as number;
    if ((flights.from[place] as number) < now - longestDelivery(sky.plan.scenario)) return;
    if (actor !== null && flights.actor[place] !== actor) continue;
    if (now < (flights.to[place] as number)) cut(sky, place, flights.meaning[place] as number);
  }
}

const TOO_LATE = 80_000;

/** The member will never see it: lost with its connection, told to nobody, or gone from the broker. */
export function lose(sky: Sky) {
  const { flights, now, plan, down, actor, value } = sky;
  const had = delivery(sky);
  const lane = laneOf(sky, groupOf(sky));
  if (had >= 0) {
    takeOut(sky, had);
    if (now < (flights.to[had] as number)) return cut(sky, had, MEANS.lost);
    // A list of pending entries is the broker's; what was in hand elsewhere is with the member.
    const where = plan.broker.kind === 'redis-streams' ? 0 : 100;
    flights.lane[vanish(sky, WAY.deliver, MEANS.lost, where, value)] = lane;
    return;
  }
  if (plan.broker.kind === 'notify' && down[actor] === 1) {
    const place = depart(sky, WAY.deliver, MEANS.lost, TOO_LATE, value);
    flights.lane[place] = lane;
    return stopAt(sky, place, 60, MEANS.lost);
  }
  flights.lane[vanish(sky, WAY.deliver, MEANS.lost, 0, value)] = lane;
}
