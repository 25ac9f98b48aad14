import { choice, flag, or } from '../../scenario/scenario-schema/form';
import type { SettingsOf } from '../setting';

interface RabbitmqSettings {
  /** `topic`: bindings are patterns; `direct`: they are routing keys. */
  readonly exchange: 'topic' | 'direct';
  /** Queues survive a restart. */
  readonly durable: boolean;
  /** Messages in durable queues survive a restart. Redis Streams read it as well. */
  readonly persistent: boolean;
  /** An unroutable message comes back to the publisher instead of being confirmed and dropped. */
  readonly mandatory: boolean;
}

export const rabbitmqSettings: SettingsOf<RabbitmqSettings> = {
  exchange: or(
    'topic',
    choice('RabbitMQ. `topic`: bindings are patterns; `direct`: they are routing keys.', ['topic', 'direct']),
  ),
  durable: or(true, flag('RabbitMQ: queues survive a restart.')),
  persistent: or(true, flag('RabbitMQ: messages in durable queues survive a restart.')),
  mandatory: or(
    true,
    flag('RabbitMQ: an unroutable message comes back instead of being confirmed and dropped.'),
  ),
};
