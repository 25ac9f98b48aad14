// The way to what broke, in words: the shortest that there is.
import { plural } from '@/lib/shared/count-words';
import type { Explored } from '@/lib/sim/explore/explored';
import { explorationOf } from '@/lib/sim/explore/explored-again';
import { processesOf } from '@/lib/sim/process/remembered';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { describeAt } from '@/lib/sim/tell/description';
import { actionsBy, stepAt } from '@/lib/sim/trace';

export interface TraceWords {
  /** Actions from the beginning to what broke. */
  readonly steps: number;
  /** `1. … 2. …`: what each of them came to; of a long way its end, where it goes wrong. */
  readonly trace: string;
}

/** Beyond this nobody reads it in a sentence; the stage shows it all. */
const MOST_TOLD = 8;

export function traceWords(scenario: Scenario, explored: Explored): TraceWords {
  const { trace } = explorationOf(scenario, explored, processesOf);
  if (trace?.path === undefined) return { steps: 0, trace: '' };
  const told: string[][] = trace.path.map(() => []);
  for (let place = 0; place < trace.length; place += 1)
    told[actionsBy(stepAt(trace, place).at) - 1]?.push(describeAt(trace, place).words);
  const steps = told.map((words, index) => `${index + 1}. ${words.join(' ')}`);
  const left = Math.max(0, steps.length - MOST_TOLD);
  const begins = left === 0 ? '' : `After ${plural(left, 'step')}: `;
  return { steps: steps.length, trace: `${begins}${steps.slice(left).join(' ')}` };
}
