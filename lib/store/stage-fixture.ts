// The scenario that the tests of the stage play: nothing happens but what is done.
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';

export const quietScenario = scenarioOf({
  seed: 9,
  workload: { orders: 0, aggregates: 1000 },
  relays: { pollMs: 400 },
  consumers: [{ name: 'shipping', prefetch: 10 }],
});
