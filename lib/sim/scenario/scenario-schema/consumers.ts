import type { JsonSchema } from '@/lib/shared/json';
import { choice, count, events, flag, map, millis, or } from './form';

const name: JsonSchema = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]{0,30}$',
  title: 'a name in lower-case letters, digits and hyphens',
  description: 'Who listens; each consumer receives every event that it is bound to.',
};

const bindings: JsonSchema = {
  type: 'array',
  uniqueItems: true,
  maxItems: 20,
  items: {
    type: 'string',
    pattern: '^[A-Za-z0-9_#*-]{1,60}(\\.[A-Za-z0-9_#*-]{1,60}){0,9}$',
    title: 'words joined by dots, such as `order.created`; `*` stands for one word, `#` for any number',
    description: 'A routing key, or a pattern of them.',
  },
  description: 'RabbitMQ: the routing keys that it wants, as patterns: `order.*`, `#`.',
};

const consumer = map('A consumer: one group, of one or several members.', {
  name: or('shipping', name),
  count: or(1, count('Members of the group: each event goes to one of them.', 1, 16)),
  dedup: or(
    'same-transaction',
    choice(
      'When the id of an event is recorded: not at all, in a transaction of its own before the effect, or with it.',
      ['none', 'before', 'same-transaction'],
    ),
  ),
  dedupWindowMs: or(0, millis('Recorded ids are forgotten after this; 0: never.')),
  bindings: or(['#'], bindings),
  prefetch: or(1, count('Messages that a member may hold and has not acknowledged.', 1, 1000)),
  failures: events('Events whose first attempt fails, by order of creation from 1.'),
  poison: events('Events that fail at every attempt until they are redriven, by order of creation from 1.'),
  maxAttempts: or(5, count('Attempts at one event before it becomes a dead letter.', 1, 1000)),
  retry: or(
    'in-place',
    choice('Where a failed message waits to be tried again: in hand, or at the end of a retry queue.', [
      'in-place',
      'retry-queue',
    ]),
  ),
  onPoison: or('halt', choice('A dead letter stops its key, or is skipped.', ['halt', 'skip'])),
  park: or(true, flag('While a key is halted its later events are set aside, so that other keys go on.')),
  redriveMs: or(0, millis('Dead letters are sent once more this long after the first one; 0: never.')),
});

/** The consumers, each a group of its own. */
export const consumers: JsonSchema = {
  type: 'array',
  minItems: 1,
  maxItems: 8,
  items: consumer,
  description: 'Who receives the events.',
};
