// How fast every order of things is tried, beside the plain checker: three events of two aggregates, two relays that
// claim with SKIP LOCKED, two crashes and two redeliveries. Order within an aggregate is not judged, since SKIP LOCKED
// breaks it after a few steps, and the search would end there: so all states are looked at.
import { type Exploration, explore } from '@/lib/sim/explore/explore';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { complete } from '@/lib/sim/scenario/scenario-defaults';
import type { Figures } from './figures';
import { explorePlainly } from './plain-exploration';
import { elapsed, inTurns } from './timing';

const ROUNDS = 5;

const scenario: Scenario = complete({
  seed: 1,
  workload: { orders: 3, aggregates: 2 },
  relays: { count: 2, claim: 'skip-locked' },
  invariants: ['I2', 'I3', 'I5'],
});

export function measureExploration(): Figures {
  const { states, bytes } = exhausted(explore(scenario));
  const plain = explorePlainly(scenario);
  if (plain !== states) throw new Error(`The plain checker finds ${plain} states where there are ${states}.`);
  const [ms = 0, plainMs = 0] = inTurns(ROUNDS, [
    () => elapsed(() => explore(scenario)),
    () => elapsed(() => explorePlainly(scenario)),
  ]);
  return {
    'explore.states': states,
    'explore.statesPerSecond': (states / ms) * 1000,
    'explore.plainStatesPerSecond': (states / plainMs) * 1000,
    'explore.ratioToPlain': plainMs / ms,
    'explore.bytesPerState': bytes / states,
    'explore.defaultBudgetMs': ms,
  };
}

function exhausted(exploration: Exploration): Exploration {
  if (exploration.verdict !== 'holds') throw new Error('The exploration did not go to its end.');
  return exploration;
}
