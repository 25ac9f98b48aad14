// The stage on which a check is explained: the very run that was judged, or the order of things that broke it.
import type { Explanation } from '@/lib/activities/verdict';
import { explorationOf } from '@/lib/sim/explore/explored-again';
import { processesOf } from '@/lib/sim/process/remembered';
import { createStage, type StageStore } from './stage';
import type { Simulator } from './stage-computing';
import { runOf } from './stage-runs';

/** What is shown by playing it. */
export type Played = Exclude<Explanation, { readonly show: 'rows' }>;

/** A run plays from its start; a found order waits there, to be gone through step by step. Null where none was found. */
export function explainedStage(played: Played, simulator: Simulator): StageStore | null {
  const { scenario } = played;
  if (played.show === 'run') return createStage(scenario, { ...simulator, commands: played.commands });
  const { trace } = explorationOf(scenario, played.explored, processesOf);
  if (trace === null) return null;
  const stage = createStage(scenario, { simulate: () => Promise.resolve(runOf(trace)) });
  stage.pause();
  return stage;
}
