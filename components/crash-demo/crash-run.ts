import { run } from '@/lib/sim/run';

/** One order, and a relay that crashes right after it has published the event. */
export const crashRun = run({
  seed: 7,
  workload: { orders: 1, everyMs: 0, rollbackEvery: 0 },
  relays: { pollMs: 200, batch: 10 },
  consumers: [{ name: 'shipping', dedup: 'same-transaction' }],
  faults: [{ do: 'crash-relay', at: { step: 'published', occurrence: 1 } }],
});
