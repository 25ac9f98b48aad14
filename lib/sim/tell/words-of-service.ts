// The order service: its transactions, and in a dual write also what it sends.
import { typeOf } from '../event';
import type { Scenario } from '../scenario/scenario';
import type { Step } from '../step';
import { orderOf, rowOf, type Words } from './words';

const isDual = ({ publication }: Scenario): boolean => publication === 'dual-write';

const began: Words = (step, scenario) =>
  `Transaction ${step.value} began, about order ${orderOf(step, scenario)}.`;

function inserted(step: Step, scenario: Scenario): string {
  const order = orderOf(step, scenario);
  // The first event of an order is the order itself.
  const isFirst = step.value === 1 || (step.value === 0 && step.event === order);
  const row = isDual(scenario) ? '' : ` and${isFirst ? '' : ' wrote'} ${rowOf(step)} of the outbox`;
  return `The order service ${isFirst ? 'wrote' : 'changed'} order ${order}${versionOf(step, scenario)}${row}, not committed yet.`;
}

/** Left out where it goes without saying; said where two writers may take the same one. */
function versionOf({ value, event }: Step, { workload }: Scenario): string {
  if (value > 1) return ` (\`${typeOf(value).name}\`, version ${value})`;
  const isClear = value === 0 || (event <= workload.aggregates && workload.versions === 'counter');
  return isClear ? '' : ` (version ${value})`;
}

function committed(step: Step, scenario: Scenario): string {
  const order = orderOf(step, scenario);
  const change =
    step.value > 1 ? `the change to order ${order} (\`${typeOf(step.value).name}\`)` : `order ${order}`;
  if (!isDual(scenario)) return `The transaction committed: ${change} and ${rowOf(step)} stand together.`;
  return scenario.workload.dualWrite === 'commit-first'
    ? `The transaction committed: ${change} stands. Its event has still to be sent.`
    : `The transaction committed: ${change} stands.`;
}

function rolledBack(step: Step, scenario: Scenario): string {
  const order = orderOf(step, scenario);
  const change = step.event === order ? `order ${order}` : `the change to order ${order}`;
  if (!isDual(scenario))
    return `The transaction rolled back: ${change} and ${rowOf(step)} are both gone. The number ${step.row} is not given out again.`;
  return step.value === 1
    ? `The transaction rolled back: ${change} is gone. Its event was sent all the same.`
    : `The transaction rolled back: ${change} is gone.`;
}

/** Where it crashed decides which of the two writes is left. */
function crashed(step: Step, scenario: Scenario): string {
  const order = orderOf(step, scenario);
  if (step.value === 1)
    return `The order service crashed between its two writes: order ${order} is committed, and its event was never sent.`;
  if (step.value === 2)
    return `The order service crashed between its two writes: event ${step.event} was sent, and order ${order} is rolled back.`;
  if (step.row === 0) return 'The order service crashed before its transaction had written anything.';
  return isDual(scenario)
    ? `The order service crashed before its commit: what it did to order ${order} is gone, and no event was sent.`
    : `The order service crashed before its commit: what it did to order ${order} and row ${step.row} are both gone.`;
}

const held: Words = (_, { relays }) =>
  relays.cursor === 'xmin-fence'
    ? 'A transaction that has nothing to do with orders was opened and left open. The fence stops in front of it, so no later row is sent.'
    : 'A transaction that has nothing to do with orders was opened and left open.';

export const serviceWords = {
  began,
  inserted,
  committed,
  'rolled-back': rolledBack,
  'service-crashed': crashed,
  'transaction-held': held,
  'transaction-released': () => 'The transaction that was left open has ended.',
} satisfies { readonly [kind: string]: Words };
