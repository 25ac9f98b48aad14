import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { Schedules } from '@/lib/store/schedules';
import type { StageView } from './use-stage';

/** Tries every order of things in a run as it stands, cut down to what can be tried. */
export const checkRun = (schedules: Schedules, { trace, world }: Pick<StageView, 'trace' | 'world'>) =>
  schedules.start(scenarioToExplore(trace.scenario, world.groups));

/** What the stage shows, as something to explore: three orders by themselves, and duplicates told as they are now. */
export function scenarioToExplore(
  scenario: Scenario,
  groups: readonly { readonly name: string; readonly dedup: Scenario['consumers'][number]['dedup'] }[],
): Scenario {
  return {
    ...scenario,
    workload: {
      ...scenario.workload,
      orders: Math.max(3, Math.min(4, scenario.workload.orders)),
      aggregates: 2,
    },
    consumers: scenario.consumers.map((consumer) => ({
      ...consumer,
      prefetch: 1,
      dedup: groups.find(({ name }) => name === consumer.name)?.dedup ?? consumer.dedup,
    })),
  };
}
