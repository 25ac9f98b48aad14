// What relays send: rows that they read, messages, and marks; and the messages of a dual write, which no relay sends.
import { BROKER, FIRST_RELAY, ORDERS, type StepKind } from '@/lib/sim/step';
import { MEANS, WAY } from './flights-kinds';
import { arrive, depart, fly, lasting, paces, type Rule, type Sky, stopAt, turnRound } from './flights-sky';

const FETCHING = 16_000;
const PUBLISHING = [40_000, 120_000] as const;
const CONFIRMING = [5_000, 80_000] as const;
const MARKING = [14_000, 26_000] as const;

/** A member's mark, where the table is the queue. */
const SETTLING = 20_000;

const fetch: Rule = (sky) => {
  depart(sky, WAY.fetch, MEANS.quiet, FETCHING);
};

function poll(sky: Sky): void {
  const { actor, event: from, value: count } = sky;
  sky.batchFrom[actor] = from;
  sky.batchNext[actor] = from;
  sky.batchTo[actor] = from + count;
  sky.waiting[actor] = -1;
  eachOf(sky, fetch);
  // Nothing is sent before it is there.
  sky.since[actor] = sky.now + paces(sky, FETCHING);
}

/** The events of a step about several, one after the other as the one at hand. */
function eachOf(sky: Sky, enter: (sky: Sky) => void) {
  const { lists } = sky.codes;
  const { event: from, value: count } = sky;
  for (let place = from; place < from + count; place += 1) {
    sky.event = lists[place] as number;
    sky.row = lists[place + count] as number;
    enter(sky);
  }
}

/**
 * Who sent the event at hand. The step is the broker's and does not say, but the relay has the row in its batch; of
 * several that have it, the one that has been at it longest. Where it is nobody's next row, batches are looked through.
 */
function senderOf(sky: Sky): number {
  const next = soonestOf(sky, nextTurn);
  const sender = next > 0 ? next : soonestOf(sky, laterTurn);
  if (sender === 0) return FIRST_RELAY;
  sky.batchNext[sender] = placeIn(sky, sender) + 1;
  return sender;
}

/** The relay whose turn it has been longest; 0 for none. */
function soonestOf(sky: Sky, turnOf: (sky: Sky, relay: number) => number): number {
  let soonest = Number.POSITIVE_INFINITY;
  let sender = 0;
  for (let relay = FIRST_RELAY; relay < FIRST_RELAY + sky.plan.relays; relay += 1) {
    const turn = turnOf(sky, relay);
    if (turn >= soonest) continue;
    soonest = turn;
    sender = relay;
  }
  return sender;
}

/** Since when the relay has been at the event, if that is its next row and it waits for no confirm. */
function nextTurn({ codes, event, batchNext, batchTo, waiting, since }: Sky, relay: number): number {
  const place = batchNext[relay] as number;
  const isNext = place < (batchTo[relay] as number) && codes.lists[place] === event;
  return isNext && (waiting[relay] as number) < 0 ? (since[relay] as number) : Number.POSITIVE_INFINITY;
}

const laterTurn = (sky: Sky, relay: number): number =>
  placeIn(sky, relay) < 0 ? Number.POSITIVE_INFINITY : (sky.since[relay] as number);

/** Where the event stands in a relay's batch, from the next row on, or before it; −1 where it does not. */
function placeIn({ codes, event, batchFrom, batchNext, batchTo }: Sky, relay: number): number {
  const { lists } = codes;
  const to = batchTo[relay] as number;
  for (let place = batchNext[relay] as number; place < to; place += 1)
    if (lists[place] === event) return place;
  for (let place = batchFrom[relay] as number; place < to; place += 1)
    if (lists[place] === event) return place;
  return -1;
}

/** A message to the broker, as far as it came. */
function publish(sky: Sky, meaning: number, copy: number): number {
  const [least, most] = PUBLISHING;
  if (sky.actor === ORDERS) {
    const takes = lasting(sky, sky.written[sky.event] as number, least, most);
    return fly(sky, WAY.publish, meaning, sky.now - takes, sky.now, copy);
  }
  if (sky.actor === BROKER) sky.actor = senderOf(sky);
  const place = arrive(sky, WAY.publish, meaning, least, most, copy);
  sky.since[sky.actor] = sky.now;
  sky.waiting[sky.actor] = copy > 0 ? place : -1;
  return place;
}

/** It is with the relay again. */
function sendBack(sky: Sky): void {
  turnRound(sky, publish(sky, MEANS.quiet, 0));
}

/** Rows that are not this relay's any more, or are not now. */
function letGo(sky: Sky) {
  sky.batchNext[sky.actor] = sky.batchTo[sky.actor] as number;
  sky.batchFrom[sky.actor] = sky.batchTo[sky.actor] as number;
  sky.waiting[sky.actor] = -1;
  sky.since[sky.actor] = sky.now;
}

/** Two relays may have sent the same event: the confirm says which of them this copy came from. */
function confirm(sky: Sky): number {
  const { actor, waiting, since } = sky;
  if (!isWaiting(sky, actor)) {
    for (let other = FIRST_RELAY; other < FIRST_RELAY + sky.plan.relays; other += 1) {
      if (!isWaiting(sky, other)) continue;
      const sent = since[other] as number;
      since[other] = since[actor] as number;
      since[actor] = sent;
      sky.flights.actor[waiting[other] as number] = actor;
      waiting[other] = waiting[actor] as number;
      if ((waiting[other] as number) >= 0) sky.flights.actor[waiting[other] as number] = other;
    }
  }
  waiting[actor] = -1;
  const place = arrive(sky, WAY.confirm, MEANS.quiet, ...CONFIRMING, sky.value);
  since[actor] = sky.now;
  return place;
}

/** For this very copy. */
function isWaiting({ waiting, flights, event, value }: Sky, relay: number): boolean {
  const place = waiting[relay] as number;
  return place >= 0 && flights.event[place] === event && flights.copy[place] === value;
}

function mark(sky: Sky): number {
  const isMember = sky.actor >= FIRST_RELAY + sky.plan.relays;
  // The table is the queue: a member marks its own row.
  if (isMember) return depart(sky, WAY.ack, MEANS.quiet, SETTLING);
  return arrive(sky, WAY.mark, MEANS.quiet, ...MARKING);
}

function markAll(sky: Sky): void {
  if (sky.value === 0) mark(sky);
  else eachOf(sky, mark);
  goOn(sky);
}

function goOn(sky: Sky): void {
  sky.since[sky.actor] = sky.now;
}

export const relayRules: { readonly [Kind in StepKind]?: Rule } = {
  polled: poll,
  published(sky) {
    publish(sky, sky.value > 1 ? MEANS.duplicate : MEANS.flight, sky.value);
  },
  dropped(sky) {
    stopAt(sky, publish(sky, MEANS.flight, 0), sky.value === 1 ? 100 : 60, MEANS.lost);
  },
  refused(sky) {
    if (sky.value > 0) sky.actor = FIRST_RELAY + sky.value - 1;
    sendBack(sky);
    // Without a relay's number nobody gives up a batch: the order service has none, and a counted outage is the row's.
    if (sky.value > 0) letGo(sky);
  },
  returned: sendBack,
  confirmed: confirm,
  unconfirmed(sky) {
    stopAt(sky, confirm(sky), 50, MEANS.quiet);
    letGo(sky);
  },
  marked: markAll,
  saved(sky) {
    mark(sky);
    goOn(sky);
  },
  'mark-refused'(sky) {
    turnRound(sky, mark(sky));
    letGo(sky);
  },
  'failed-to-publish': goOn,
  'gave-up': goOn,
  crashed: letGo,
  'connector-stopped': letGo,
};
