import type { Changes } from '../keys-fixture';
import type { rabbitmqSettings } from './settings';

const restart = {
  faults: [
    { do: 'slow-consumer', from: 0, to: 9000, factor: 90 },
    { do: 'broker-restart', at: { ms: 900 } },
  ],
} as const;

const order = { consumers: [{ bindings: ['order.*'] }] };
const unroutable = { consumers: [{ bindings: ['no'] }] };

export const keys: Changes<typeof rabbitmqSettings> = {
  exchange: [order, { ...order, broker: { exchange: 'direct' } }],
  durable: [restart, { ...restart, broker: { durable: false } }],
  persistent: [restart, { ...restart, broker: { persistent: false } }],
  mandatory: [unroutable, { ...unroutable, broker: { mandatory: false } }],
};
