import type { Changes } from '../keys-fixture';
import type { kafkaSettings } from './settings';

const kafka = { kind: 'kafka' } as const;
const pair = { broker: kafka, consumers: [{ count: 2 }] };
const crash = {
  broker: kafka,
  faults: [{ do: 'crash-consumer', at: { step: 'applied', occurrence: 1 } }],
} as const;
const slow = {
  broker: kafka,
  workload: { orders: 6, everyMs: 300 },
  faults: [{ do: 'slow-consumer', from: 0, to: 20_000, factor: 90 }],
} as const;

export const keys: Changes<typeof kafkaSettings> = {
  partitions: [pair, { ...pair, broker: { ...kafka, partitions: 1 } }],
  commit: [crash, { ...crash, broker: { ...kafka, commit: 'before' } }],
  retentionMs: [slow, { ...slow, broker: { ...kafka, retentionMs: 500 } }],
};
