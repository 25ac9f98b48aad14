// Runs and ways as lines of words, for the tests of brokers.

import type { Scenario } from '../scenario/scenario';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import type { StepKind } from '../step';
import { run, stepAt, type Trace } from '../trace';

/** `shipping 2: delivered 3`, a line a step; of these kinds only, if any are named. */
export const linesOf = (trace: Trace, kinds: readonly StepKind[] = []): readonly string[] =>
  Array.from({ length: trace.length }, (_, place) => stepAt(trace, place))
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ actor, kind, event }) => `${actor}: ${kind}${event === 0 ? '' : ` ${event}`}`);

/** What happens in the run of a scenario, as far as it is of these kinds. */
export const storyOf = (sketch: Sketch<Scenario>, ...kinds: readonly StepKind[]): readonly string[] =>
  linesOf(run(scenarioOf(sketch)), kinds);
