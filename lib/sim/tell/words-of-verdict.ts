// What an exploration came to, in words.
import { grouped } from '@/lib/shared/count-words';
import type { Exploration } from '../explore/explore';
import type { Invariant } from '../scenario/scenario';

export const INVARIANT_NAMES: { readonly [Name in Invariant]: string } = {
  I1: 'atomic',
  I2: 'nothing lost',
  I3: 'one effect',
  I4: 'in order',
  I5: 'same id',
  I6: 'isolation',
};

/** The verdict in a line: `holds within these budgets`, `broken: I3 (one effect) after 8 steps`. */
export function verdictOf(exploration: Exploration): string {
  const { verdict, invariant, depth, shortest } = exploration;
  if (verdict === 'holds') return 'holds within these budgets';
  if (invariant === null) return `sampled: ${sampledWords(exploration)}`;
  const words = `broken: ${invariant} (${INVARIANT_NAMES[invariant]}) after ${counted(depth, 'step')}`;
  return shortest ? words : `${words}, in an order found by chance; there may be a shorter one`;
}

/** What samples without a break say; where no order of things was seen to its end, that they say nothing. */
function sampledWords({ states, schedules, ended }: Exploration): string {
  if (states === 0) return 'nothing could be tried, since one state alone is too large';
  const more = ended === 'memory' ? 'more than memory has room for' : 'more than the budget of states allows';
  return schedules === 0
    ? `no order of things could be followed to its end, and there are ${more}`
    : `nothing broke in the orders that were tried, and there are ${more}`;
}

/** How much was looked at: `254 states, 510,000 orders of things`. */
export function effortOf({ states, schedules, verdict, shortest, seed }: Exploration): string {
  if (schedules === 0) return counted(states, 'state');
  const orders = Number.isFinite(schedules) ? counted(schedules, 'order') : 'endlessly many orders';
  const chance = verdict === 'holds' || shortest ? '' : `, picked by chance from seed ${seed}`;
  return `${counted(states, 'state')}, ${orders} of things${chance}`;
}

const counted = (count: number, one: string): string => `${inFigures(count)} ${one}${count === 1 ? '' : 's'}`;

/** What is beyond exact counting in powers of ten. */
const inFigures = (count: number): string =>
  count < 1e12 ? grouped(count) : count.toPrecision(2).replace('e+', ' × 10^');
