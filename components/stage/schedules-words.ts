// What the checker of every schedule has to say to a learner.
import type { Exploration } from '@/lib/sim/explore/explore';
import type { Invariant, Scenario } from '@/lib/sim/scenario/scenario';

/** What is wrong where an invariant is broken. */
export const WRONG: { readonly [Name in Invariant]: string } = {
  I1: 'the order and its event do not stand or fall together',
  I2: 'an event is lost',
  I3: 'one event has two effects',
  I4: 'events of one order are handled out of order',
  I5: 'a copy carries another id than its event',
  I6: 'a halted order holds up another',
};

/** `1 step`, `1,000 steps`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export function holdsWords({ verdict, states, schedules, fault }: Exploration): string {
  if (fault !== undefined)
    return `Nothing is known: the checker could not go on with this ${fault.process}. ${fault.words}`;
  if (verdict === 'holds')
    return `Holds within these budgets: in none of ${counted(states, 'state')} is an event lost, doubled or out of order.`;
  if (states === 0) return 'Nothing could be tried, since one state alone is too large. Nothing is known.';
  if (schedules === 0) return 'No order of things could be followed to its end. Nothing is known.';
  return `Sampled: nothing broke in ${counted(schedules, 'order')} of things, picked by chance. There are more than can be tried.`;
}

export function brokenWords({ invariant, depth, shortest }: Exploration): string {
  const wrong = invariant === null ? 'something breaks' : WRONG[invariant];
  const way = shortest ? 'This is a shortest way there.' : 'There may be a shorter way there.';
  return `After ${counted(depth, 'step')} ${wrong}. ${way}`;
}

/** What was allowed to happen: `3 orders, 2 crashes, 2 redeliveries, dedup on.` */
export function budgetWords({ workload, budgets, consumers }: Scenario): string {
  const dedup = consumers.every((consumer) => consumer.dedup === 'none') ? 'dedup off' : 'dedup on';
  const parts = [
    counted(workload.orders, 'order'),
    `up to ${counted(budgets.crashes, 'crash', 'crashes')}`,
    `up to ${counted(budgets.redeliveries, 'redelivery', 'redeliveries')}`,
    dedup,
  ];
  return `Tried: ${parts.join(', ')}.`;
}
