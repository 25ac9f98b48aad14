import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';

/** One order, and a relay that crashes right after it has published the event. */
export const crashScenario = scenarioOf({
  seed: 7,
  workload: { orders: 1, everyMs: 1 },
  faults: [{ do: 'crash-relay', at: { step: 'published' } }],
});
