// The scenario that the tests of the stage play: nothing happens but what is done.
import type { Scenario } from '@/lib/sim/scenario';

export const quietScenario: Scenario = {
  seed: 9,
  workload: { orders: 0, everyMs: 100, rollbackEvery: 0 },
  relays: { pollMs: 400, batch: 10 },
  consumers: [{ name: 'shipping', dedup: 'same-transaction' }],
  faults: [],
};
