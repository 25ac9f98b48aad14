// Consumers: what reached them, what they made of it, and what they remember.
import { plural } from '@/lib/shared/count-words';
import { type BrokerKind, type BrokerSettings, DEDUPS, type Scenario } from '../scenario/scenario';
import type { Step } from '../step';
import { consumerOf, groupOf, messageOf, nameOf, orderOf, type Words } from './words';

type HandedOver = (name: string, step: Step) => string;

/** Of a broker that hands messages out; others have words of their own. */
const handedOver: HandedOver = (name, step) => `The broker handed ${messageOf(step)} to ${name}.`;

const DELIVERED: { readonly [Kind in BrokerKind]?: HandedOver } = {
  kafka: (name, step) => `${name} read ${messageOf(step)} from the log.`,
  'redis-streams': (name, step) => `${name} read ${messageOf(step)} from the stream.`,
  notify: (name, step) => `${name} heard of ${messageOf(step)}.`,
  http: (name, step) => `${name} took the call about ${messageOf(step)}.`,
  outbox: (name, step) => `${name} took row ${step.row} and locked it.`,
};

const delivered: Words = (step, { broker }) =>
  (DELIVERED[broker.kind] ?? handedOver)(nameOf(step.actor), step);

function redelivered(step: Step, { broker }: Scenario): string {
  const name = nameOf(step.actor);
  if (broker.kind === 'kafka')
    return `${name} read ${messageOf(step)} once more: its offset was not committed.`;
  if (broker.kind === 'http')
    return `${name} was called about ${messageOf(step)} once more: it never answered.`;
  return `The broker handed ${messageOf(step)} to ${name} once more: it never saw an ack.`;
}

const recorded: Words = (step) =>
  step.dedup === 'before'
    ? `${nameOf(step.actor)} recorded the id of event ${step.event} in a transaction of its own. The effect is still to come.`
    : `${nameOf(step.actor)} recorded the id of event ${step.event}.`;

function applied(step: Step, scenario: Scenario): string {
  const name = nameOf(step.actor);
  const ships = consumerOf(step, scenario)?.name === 'shipping';
  if (step.value > 1) {
    const again = ships ? 'booked another parcel' : 'made its effect once more';
    return `${name} received event ${step.event} again and ${again}: ${step.value} effects of one event.`;
  }
  const once = ships ? 'booked the parcel' : 'made its effect';
  switch (step.dedup) {
    case 'none':
      return `${name} received event ${step.event} and ${once}, without recording its id.`;
    case 'same-transaction':
      return `${name} received event ${step.event}, recorded its id and ${once}, in one transaction.`;
    default:
      return `${name} ${once} for event ${step.event}.`;
  }
}

const skipped: Words = (step) => {
  const words = `${nameOf(step.actor)} received event ${step.event} again, knew its id and skipped it.`;
  return step.dedup === 'before' ? `${words} Nobody asks whether its effect was ever made.` : words;
};

const failed: Words = (step, scenario) =>
  `${nameOf(step.actor)} could not handle event ${step.event}: attempt ${step.value} of ${consumerOf(step, scenario)?.maxAttempts ?? step.value}.`;

const requeued: Words = ({ event }) =>
  `Event ${event} joins the end of the retry queue. Later ones may overtake it.`;

function deadLettered(step: Step, scenario: Scenario): string {
  const words = `${nameOf(step.actor)} gave event ${step.event} up after ${plural(step.value, 'attempt')}: it is a dead letter.`;
  const consumer = consumerOf(step, scenario);
  if (consumer?.onPoison === 'skip') return `${words} Those behind it go on.`;
  const order = orderOf(step, scenario);
  return consumer?.park === true
    ? `${words} Later events of order ${order} are set aside until somebody mends it.`
    : `${words} The next event of order ${order} waits until somebody mends it, and so does all that is behind that.`;
}

const parked: Words = (step, scenario) =>
  `${nameOf(step.actor)} set event ${step.event} aside: order ${orderOf(step, scenario)} waits behind a dead letter, and others go on.`;

const redriven: Words = (step, scenario) =>
  `What was wrong with ${groupOf(step, scenario)} is mended: its dead letters are tried once more, under the ids that they had.`;

type Acked = (name: string, step: Step, broker: BrokerSettings) => string;

const acknowledged: Acked = (name, step) =>
  `${name} acknowledged event ${step.event}, and the broker let go of it.`;

const ACKED: { readonly [Kind in BrokerKind]?: Acked } = {
  kafka: (name, step, { commit }) =>
    commit === 'before'
      ? `${name} is done with event ${step.event}.`
      : `${name} committed the offset after event ${step.event}.`,
  'redis-streams': (name, step) => `${name} acknowledged event ${step.event}: it is pending no more.`,
  notify: (name, step) => `${name} is done with event ${step.event}.`,
  http: (name, step) => `${name} answered the call about event ${step.event}.`,
  outbox: (name, step) => `${name} is done with event ${step.event}.`,
};

/** What a member had in hand, and who has it now. */
function crashed(step: Step, { broker }: Scenario): string {
  const name = nameOf(step.actor);
  if (step.event === 0) return `${name} crashed.`;
  const words = `${name} crashed with event ${step.event} in hand.`;
  if (broker.kind === 'notify') return words;
  if (broker.kind === 'http') return `${words} It never answered, so it will be called again.`;
  if (broker.kind === 'outbox')
    return `${words} Its transaction is gone, and the lock on row ${step.row} with it.`;
  if (broker.kind !== 'kafka') return `${words} There was no ack, so it will be handed out again.`;
  return broker.commit === 'before'
    ? `${words} Its offset was committed as it was read, so nobody reads it again.`
    : `${words} Its offset was not committed, so it will be read again.`;
}

const slowed: Words = (step, scenario) =>
  step.value === 1
    ? `${groupOf(step, scenario)} is as fast as before.`
    : `${groupOf(step, scenario)} takes ${step.value} times as long for each message.`;

function dedupSet(step: Step, scenario: Scenario): string {
  const name = groupOf(step, scenario);
  switch (DEDUPS[step.value]) {
    case 'none':
      return `${name} no longer looks at event ids.`;
    case 'before':
      return `${name} records each event’s id before its effect from now on, in a transaction of its own.`;
    default:
      return `${name} records each event’s id with its effect from now on.`;
  }
}

export const consumerWords = {
  delivered,
  redelivered,
  recorded,
  applied,
  skipped,
  failed,
  requeued,
  'dead-lettered': deadLettered,
  parked,
  redriven,
  acked: (step, { broker }) => (ACKED[broker.kind] ?? acknowledged)(nameOf(step.actor), step, broker),
  'consumer-crashed': crashed,
  'consumer-restarted': (step) => `${nameOf(step.actor)} restarted.`,
  'consumer-slowed': slowed,
  'dedup-set': dedupSet,
} satisfies { readonly [kind: string]: Words };
