// Explores a scenario in slices, so that whoever waits hears how far it has come.
import { createExplorer } from '@/lib/sim/explore/explore';
import { type Explored, exploredOf } from '@/lib/sim/explore/explored';
import type { Scenario } from '@/lib/sim/scenario/scenario';

export type ReportStates = (states: number, depth: number) => void | Promise<void>;

/** States between two reports. */
const SLICE = 5000;

export const explorerService = {
  /** `memory` is how many bytes the states may take: past it, chance takes over. */
  explore: async (scenario: Scenario, memory: number, report: ReportStates): Promise<Explored> => {
    const explorer = createExplorer(scenario, { memory });
    for (;;) {
      const exploration = explorer.advance(SLICE);
      if (exploration !== null) return exploredOf(exploration);
      const { states, depth } = explorer.progress();
      // To wait for the report to arrive lets it through.
      await report(states, depth);
    }
  },
};

export type ExplorerService = typeof explorerService;
