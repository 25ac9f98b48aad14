// The brokers that a scenario may name, and what each can be told. Without any broker's code: the schema reads this.
import { kafkaSettings } from './kafka/settings';
import { rabbitmqSettings } from './rabbitmq/settings';
import { redisStreamsSettings } from './redis-streams/settings';

/** By name, in the order in which people read of them. */
export const brokerSettings = {
  rabbitmq: rabbitmqSettings,
  kafka: kafkaSettings,
  'redis-streams': redisStreamsSettings,
  notify: {},
  outbox: {},
  http: {},
} as const;

export type BrokerKind = keyof typeof brokerSettings;

/** What any of the brokers can be told, side by side; each reads what concerns it. */
export type BrokerSettings = { readonly kind: BrokerKind } & {
  readonly [Key in KeyOf<(typeof brokerSettings)[BrokerKind]>]: ValueOf<
    (typeof brokerSettings)[BrokerKind],
    Key
  >;
};

type KeyOf<Settings> = Settings extends unknown ? keyof Settings : never;

type ValueOf<Settings, Key> =
  Settings extends Readonly<Record<Key & string, { readonly default: infer Value }>> ? Value : never;
