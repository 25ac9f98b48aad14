import type { Broker } from './broker';
import { http } from './brokers/http/http';
import { kafka } from './brokers/kafka/kafka';
import { notify } from './brokers/notify/notify';
import { outbox } from './brokers/outbox/outbox';
import { rabbitmq } from './brokers/rabbitmq/rabbitmq';
import { redisStreams } from './brokers/redis-streams/redis-streams';
import type { BrokerKind } from './scenario/scenario';

/** The code of each broker; `brokers/settings.ts` says what it can be told. */
export const brokers: { readonly [Kind in BrokerKind]: Broker } = {
  rabbitmq,
  kafka,
  'redis-streams': redisStreams,
  notify,
  outbox,
  http,
};
