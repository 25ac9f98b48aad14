import type { Schedules } from '@/lib/store/schedules';
import { scenarioToExplore } from './schedules-words';
import type { StageView } from './use-stage';

/** Tries every order of things in a run as it stands, cut down to what can be tried. */
export const checkRun = (schedules: Schedules, { trace, world }: Pick<StageView, 'trace' | 'world'>) =>
  schedules.start(scenarioToExplore(trace.scenario, world.groups));
