import { brokerSettings } from '../../brokers/settings';
import { choice, map, or } from './form';

/** The broker. Each kind reads what concerns it; the rest is there and says nothing. */
export const broker = map('What carries messages to the consumers.', {
  kind: or(
    'rabbitmq',
    choice(
      'Which broker it is; `outbox`: there is none, and consumers read the table themselves; `http`: there is none, and every consumer is called.',
      Object.keys(brokerSettings),
    ),
  ),
  ...Object.fromEntries(Object.values(brokerSettings).flatMap((keys) => Object.entries(keys))),
});
