import type { Changes } from '../keys-fixture';
import type { redisStreamsSettings } from './settings';

const redis = { kind: 'redis-streams' } as const;
const slow = {
  broker: redis,
  workload: { orders: 6, everyMs: 300 },
  faults: [{ do: 'slow-consumer', from: 0, to: 20_000, factor: 90 }],
} as const;
const crash = {
  consumers: [{ count: 2 }],
  faults: [{ do: 'crash-consumer', at: { step: 'delivered', occurrence: 1 } }],
} as const;

export const keys: Changes<typeof redisStreamsSettings> = {
  maxLength: [slow, { ...slow, broker: { ...redis, maxLength: 1 } }],
  minIdleMs: [
    { ...crash, broker: { ...redis, minIdleMs: 200 } },
    { ...crash, broker: { ...redis, minIdleMs: 3000 } },
  ],
};
