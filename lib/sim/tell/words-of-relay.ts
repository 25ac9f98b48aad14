// A relay, or the connector: what it found, what came of it, and what it knows of that.

import { plural } from '@/lib/shared/count-words';
import type { Scenario } from '../scenario/scenario';
import type { Step } from '../step';
import { RELAY } from '../world';
import { consumerOf, memoryOf, nameOf, relayOf, rowsOf, sentence, staysOf, type Words } from './words';

function polled(step: Step, scenario: Scenario): string {
  const who = relayOf(step);
  if (scenario.publication === 'cdc') return `${who} read ${rowsOf(step)} from the log.`;
  const how = scenario.publication === 'notify' ? 'was woken' : 'polled';
  if (step.value === 0) return `${who} ${how} and found nothing to send.`;
  return `${who} ${how} and found ${rowsOf(step)}${found(scenario)}${claimed(step, scenario)}.`;
}

const found = ({ relays }: Scenario): string =>
  ({
    'dispatched-null': ' pending',
    'last-id': ' after its cursor',
    'xmin-fence': ', older than any open transaction',
  })[relays.cursor];

function claimed({ rows }: Step, { relays }: Scenario): string {
  const them = rows.length === 1 ? 'it' : 'them';
  if (relays.claim === 'none') return '';
  return relays.claim === 'skip-locked' ? `, and locked ${them}` : `, and leased ${them}`;
}

const confirmed: Words = (step) => `The broker’s confirm for event ${step.event} reached ${lower(step)}.`;

/** In the middle of a sentence. */
const lower = (step: Step): string => {
  const name = relayOf(step);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

const unconfirmed: Words = (step, scenario) =>
  `The connection broke before the confirm for event ${step.event} came. ${relayOf(step)} cannot know that the broker has it, so ${staysOf(step, scenario)}.`;

/** Where the table is the queue, it is the consumer that marks. */
function marked(step: Step, scenario: Scenario): string {
  if (consumerOf(step, scenario) !== undefined)
    return `${nameOf(step.actor)} marked row ${step.row} as done.`;
  const rows = step.value > 1 ? `${rowsOf(step)}, in one transaction` : `row ${step.row}`;
  return `${relayOf(step)} set \`dispatched_at\` on ${rows}.${tooEarly(step.value > 1, scenario)}`;
}

const tooEarly = (many: boolean, { relays }: Scenario): string => {
  if (relays.mark !== 'before-publish') return '';
  return many ? ' None of them has been sent yet.' : ' It has not been sent yet.';
};

const markRefused: Words = (step) =>
  `${relayOf(step)} wanted to mark row ${step.row}, but no longer holds it: the update changed 0 rows.`;

function saved(step: Step, scenario: Scenario): string {
  const early = tooEarly(false, scenario);
  if (memoryOf(scenario) === 'log')
    return `${relayOf(step)} saved its place in the log, after row ${step.row}.${early}`;
  return scenario.relays.cursor === 'xmin-fence'
    ? `${relayOf(step)} saved its cursor after row ${step.row}: it stands at transaction ${step.value}.${early}`
    : `${relayOf(step)} saved its cursor: it never looks again at rows up to ${step.value}.${early}`;
}

const failedToPublish: Words = (step, { relays }) =>
  `Attempt ${step.value} of ${relays.retry.max} at row ${step.row} failed. It waits for the next one, and the others go on.`;

const gaveUp: Words = (step) =>
  `${relayOf(step)} gave row ${step.row} up after ${plural(step.value, 'attempt')} and set it aside as dead.`;

const leaseExpired: Words = (step) =>
  `The lease of ${lower(step)} ran out while it was still at work on row ${step.row}. Others may take its rows now, and it does not know.`;

/** What the crash leaves behind depends on what had been done by then. */
function crashed(step: Step, scenario: Scenario): string {
  const who = relayOf(step);
  if (step.event === 0 || step.value === RELAY.polling) return `${who} crashed.`;
  const { row } = step;
  const marksFirst = scenario.relays.mark === 'before-publish';
  if (step.value === RELAY.publishing && marksFirst)
    return `${who} crashed after it had ${done(scenario)} row ${row} and before it sent it. Nobody will send it now.`;
  if (scenario.relays.claim === 'skip-locked' && scenario.publication !== 'cdc')
    return `${who} crashed before it could mark what it had locked. The locks are gone with it, and ${staysOf(step, scenario)}.`;
  if (step.value === RELAY.publishing)
    return `${who} crashed before it sent row ${row}. ${sentence(staysOf(step, scenario))}`;
  return memoryOf(scenario) === 'marks'
    ? `${who} crashed before it could mark row ${row}.`
    : `${who} crashed before it could save its place after row ${row}.`;
}

const done = (scenario: Scenario): string =>
  memoryOf(scenario) === 'marks' ? 'marked' : 'moved its cursor past';

function clockSkewed(step: Step): string {
  const clock = `The clock of ${lower(step)}`;
  if (step.value === 0) return `${clock} is right again.`;
  return `${clock} is ${Math.abs(step.value)} ms ${step.value > 0 ? 'ahead' : 'behind'} now.`;
}

export const relayWords = {
  polled,
  confirmed,
  unconfirmed,
  marked,
  'mark-refused': markRefused,
  saved,
  'failed-to-publish': failedToPublish,
  'gave-up': gaveUp,
  'lease-expired': leaseExpired,
  purged: (step) => `Row ${step.row} was sent long enough ago, and was deleted.`,
  armed: (step) => `${relayOf(step)} will crash once it has published a row, before it can mark it.`,
  crashed,
  restarted: (step) => `${relayOf(step)} restarted.`,
  'clock-skewed': clockSkewed,
  'connector-stopped': () =>
    'The connector stopped. PostgreSQL keeps the log for it from here on, and the log grows.',
  'connector-started': () => 'The connector runs again, from its saved place in the log.',
} satisfies { readonly [kind: string]: Words };
