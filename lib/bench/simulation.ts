// How fast a run is, from order to consumer through outbox, relay and broker, beside the same pipeline in simjs.
// An event of ours is a step: one thing that happened, at a time of its own, that a trace could show. An event of
// simjs is a request that its loop dispatched.

import { nextBelow, seeded } from '@/lib/shared/random';
import { advance, beginRun } from '@/lib/sim/run';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { complete } from '@/lib/sim/scenario/scenario-defaults';
import { run, worldAfter } from '@/lib/sim/trace';
import { simulateBarely } from './bare-simjs-pipeline';
import { type Figures, percentile95 } from './figures';
import { ORDER_EVERY, simulatePipeline } from './simjs-pipeline';
import { elapsed, inTurns } from './timing';

const MESSAGES = 1_000_000;
const ROUNDS = 3;
const SOUGHT_STEPS = 100_000;
/** At least; there are polls as well. */
const STEPS_A_MESSAGE = 8;
const SEEKS = 200;

export function measureSimulation(): Figures {
  const [events = 0, half = 0, quarter = 0, traced = 0, simjs = 0, bare = 0] = inTurns(ROUNDS, [
    () => untraced(MESSAGES),
    () => untraced(MESSAGES / 2),
    () => untraced(MESSAGES / 4),
    () => rate(() => run(scenarioOf(MESSAGES)).length),
    () => rate(() => simulatePipeline(MESSAGES).events),
    () => rate(() => simulateBarely(MESSAGES).events),
  ]);
  return {
    'sim.eventsPerSecond': events,
    'sim.eventsPerSecond.500k': half,
    'sim.eventsPerSecond.250k': quarter,
    'sim.linearity': events / quarter,
    'sim.tracedEventsPerSecond': traced,
    'sim.simjsEventsPerSecond': simjs,
    'sim.ratioToSimjs': events / simjs,
    'sim.bareSimjsEventsPerSecond': bare,
    'sim.ratioToBareSimjs': events / bare,
    'sim.seekP95Ms': seekP95(),
  };
}

const scenarioOf = (orders: number): Scenario =>
  complete({ seed: 1, workload: { orders, everyMs: ORDER_EVERY } });

const untraced = (messages: number): number =>
  rate(() => {
    const world = beginRun(scenarioOf(messages));
    while (advance(world));
    return world.steps;
  });

/** How many of what a run counts there are in a second. */
function rate(run: () => number): number {
  let count = 0;
  const ms = elapsed(() => {
    count = run();
  });
  return (count / ms) * 1000;
}

/** Milliseconds within which the world after a random step of a long trace is there. */
function seekP95(): number {
  const trace = run(scenarioOf(SOUGHT_STEPS / STEPS_A_MESSAGE), [], SOUGHT_STEPS);
  const random = seeded(1);
  const seek = () => elapsed(() => worldAfter(trace, nextBelow(random, trace.length + 1)));
  seek();
  return percentile95(Array.from({ length: SEEKS }, seek));
}
