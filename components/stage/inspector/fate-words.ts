import { plural } from '@/lib/shared/count-words';
import type { CopyView } from '@/lib/sim/look/copies';
import type { Outcome } from '@/lib/sim/look/passage';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { Step } from '@/lib/sim/step';
import { brokerOf, nameOf } from '@/lib/sim/tell/words';
import { type RowState, rowStateAfter } from './row-state';

/**
 * What became of an event, from its copies and the steps about it so far:
 * `The broker took 2 copies of it. Shipping: delivered, 1 duplicate skipped.`
 */
export function fateWords(
  copies: readonly CopyView[],
  life: readonly Pick<Step, 'kind' | 'value'>[],
  scenario: Scenario,
): string {
  if (copies.length === 0) {
    const isLost = life.some(({ kind }) => kind === 'dropped');
    return isLost ? 'It was sent and reached nobody: it is lost.' : UNSENT[rowStateAfter(life)];
  }
  const taken =
    scenario.broker.kind === 'outbox'
      ? 'Consumers read it from the table itself.'
      : `${brokerOf(scenario)} took ${plural(copies.length, 'copy', 'copies')} of it.`;
  const groups = scenario.consumers.map(({ name }, group) => groupWords(copies, nameOf(name), group));
  return [taken, ...groups].join(' ');
}

/** Where the broker has taken no copy of it. */
const UNSENT: { readonly [State in RowState]: string } = {
  unwritten: 'It is still to come.',
  open: 'Its transaction is still open, so nobody else can see it.',
  'rolled-back': 'Its transaction rolled back: there never was such an event.',
  pending: 'It is committed, and the broker has taken no copy of it yet.',
  dispatched: 'It counts as dispatched, and the broker has taken no copy of it.',
  dead: 'It was given up before the broker took a copy of it: a dead letter.',
  purged: 'Its row is gone, and the broker has taken no copy of it.',
};

function groupWords(copies: readonly CopyView[], name: string, group: number): string {
  const wanted = copies.filter(({ outcomes }) => outcomes[group] !== 'unwanted');
  if (wanted.length === 0) return `${name} does not want it.`;
  const outcomes = wanted
    .flatMap(({ handlings }) => handlings[group] ?? [])
    .toSorted((one, other) => one.at - other.at)
    .map(({ outcome }) => outcome);
  const onTheWay = wanted.filter(({ outcomes }) => outcomes[group] === null).length;
  const parts = [...new Set(outcomes)].map((outcome) =>
    SAID[outcome](outcomes.filter((one) => one === outcome).length),
  );
  const rest = onTheWay === 0 ? [] : [`${plural(onTheWay, 'copy', 'copies')} on the way`];
  return `${name}: ${[...parts, ...rest].join(', ')}.`;
}

/** Each outcome, by how often it came. */
const SAID: { readonly [One in Outcome]: (times: number) => string } = {
  applied: (times) => (times === 1 ? 'delivered' : `delivered ${times} times`),
  doubled: (times) => `doubled by ${plural(times, 'further effect')}`,
  skipped: (times) => `${plural(times, 'duplicate')} skipped`,
  'dead-lettered': (times) => (times === 1 ? 'dead-lettered' : `dead-lettered ${times} times`),
  parked: () => 'set aside behind a dead letter',
  missed: (times) => `${plural(times, 'copy', 'copies')} missed`,
  lost: (times) => `${plural(times, 'copy', 'copies')} lost`,
};
