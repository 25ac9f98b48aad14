// The broker: what it made of a message, and what happened to the broker itself.
import { plural } from '@/lib/shared/count-words';
import type { BrokerSettings, Scenario } from '../scenario/scenario';
import type { Step } from '../step';
import { brokerOf, groupOf, messageOf, nameOf, orderOf, sentence, staysOf, type Words } from './words';

function published(step: Step, scenario: Scenario): string {
  const again = step.value > 1 ? ' again: a duplicate' : '';
  if (scenario.broker.kind === 'http')
    return `Every service was called about event ${step.event}${step.value > 1 ? ' again' : ''}, and is there to answer.`;
  return scenario.broker.kind === 'notify'
    ? `PostgreSQL told all who listen of event ${step.event}${again}.`
    : `The broker took event ${step.event}${again}.`;
}

const refused: Words = (step, scenario) =>
  scenario.broker.kind === 'http'
    ? `Not every service could be reached about event ${step.event}: the call failed.${unsent(step, scenario)}`
    : `${brokerOf(scenario)} could not be reached with event ${step.event}.${unsent(step, scenario)}`;

/** What it means that an event was not taken, for whoever sent it. */
function unsent(step: Step, scenario: Scenario): string {
  if (step.actor !== 'orders')
    return scenario.relays.mark === 'after-confirm'
      ? ` ${sentence(staysOf(step, scenario))}`
      : ' The relay does not wait for an answer, so it never learns of it.';
  return scenario.workload.dualWrite === 'commit-first'
    ? ` Order ${orderOf(step, scenario)} stands, and nobody will ever hear of it.`
    : '';
}

const returned: Words = (step, scenario) => {
  const words = `${brokerOf(scenario)} sent event ${step.event} back: ${reason(step, scenario)}.`;
  // What comes of it, a relay that waits for the answer says in its next step.
  const waits = step.actor !== 'orders' && scenario.relays.mark === 'after-confirm';
  return waits ? words : `${words}${unsent(step, scenario)}`;
};

function reason({ event }: Step, { relays, broker, workload }: Scenario): string {
  if (relays.poison.includes(event)) return 'it does not take this one from anybody';
  if (broker.kind === 'notify' && workload.payloadBytes >= 8000)
    return 'a payload must be shorter than 8,000 bytes';
  return 'no queue is bound to its routing key';
}

/** Confirmed and thrown away, or never there at all. */
function dropped(step: Step, scenario: Scenario): string {
  if (step.value === 1)
    return scenario.broker.kind === 'notify'
      ? `PostgreSQL told all who listen of event ${step.event}, and nobody did. It keeps nothing.`
      : `No queue is bound to the routing key of event ${step.event}: the broker confirmed it and threw it away.`;
  const blind = scenario.relays.mark === 'after-confirm' ? '' : unsent(step, scenario);
  return `The connection broke under event ${step.event}: ${midSentence(scenario)} never got it.${blind}`;
}

const midSentence = (scenario: Scenario): string => brokerOf(scenario).replace(/^The/, 'the');

const down: Words = (_, scenario) =>
  scenario.broker.kind === 'notify'
    ? 'All connections to PostgreSQL broke. What listeners had heard and not handled is gone.'
    : `${brokerOf(scenario)} went down. What it holds, it keeps.`;

function restarted(step: Step, scenario: Scenario): string {
  if (scenario.broker.kind === 'notify')
    return 'PostgreSQL restarted. All connections broke, and what listeners had heard and not handled is gone.';
  return step.value === 0
    ? `${brokerOf(scenario)} restarted. All connections broke, and nothing that it held was lost.`
    : `${brokerOf(scenario)} restarted, and lost ${plural(step.value, 'message')} that it had not kept on disk.`;
}

const missed: Words = (step, { broker }) =>
  `${nameOf(step.actor)} missed ${messageOf(step)}: ${whyMissed(broker)}.`;

function whyMissed({ kind, commit, retentionMs }: BrokerSettings): string {
  if (kind === 'notify') return 'nobody keeps a notification, and nobody repeats it';
  if (kind === 'redis-streams')
    return 'the stream was trimmed meanwhile, and nothing is left of it but its id';
  const old = 'it grew too old and was deleted before it was read';
  const handed = 'its offset was committed before the work was done, so nobody reads it again';
  if (commit === 'after') return old;
  return retentionMs === 0 ? handed : `either ${old}, or ${handed}`;
}

/** A group is set back to what its broker still has. */
const replayed: Words = (step, scenario) => {
  const name = groupOf(step, scenario);
  return scenario.broker.kind === 'kafka'
    ? `${name} goes back to the beginning of the log: ${plural(step.value, 'record')} that it was done with will be read again.`
    : `${name} is set back to the beginning of the stream: ${plural(step.value, 'entry', 'entries')} that it had been given will be handed out again.`;
};

/** A group reads the stream on its own, so each loses its own. */
function trimmed({ event, value }: Step, { consumers }: Scenario): string {
  const group = nameOf(consumers[value]?.name ?? 'everyone');
  return `The stream grew too long: event ${event} was trimmed away before ${group} had read it.`;
}

export const brokerWords = {
  published,
  refused,
  returned,
  dropped,
  'broker-down': down,
  'broker-up': (_, scenario) => `${brokerOf(scenario)} is up again.`,
  'broker-restarted': restarted,
  rebalanced: (step) =>
    `${nameOf(step.actor)} took over partition ${step.value}, and reads on behind the last offset that was committed.`,
  replayed,
  claimed: (step) =>
    `${nameOf(step.actor)} claimed event ${step.event}, which had lain idle in another’s hands.`,
  trimmed,
  missed,
} satisfies { readonly [kind: string]: Words };
