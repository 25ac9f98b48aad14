// Which group gets which event: routing keys and bindings, as AMQP has them.

import type { Group } from './cast';
import { at } from './columns';
import { typeOf } from './event';
import type { BrokerSettings } from './scenario/scenario';
import type { World } from './world';

/** The group is to get this event: its queue is bound to the routing key. Without an exchange it chooses by patterns. */
export function wants({ plan, events }: World, group: number, event: number): boolean {
  const { routingKey } = typeOf(at(events.version, event));
  return isBound(plan.scenario.broker, (plan.groups[group] as Group).settings.bindings, routingKey);
}

/** One of the bindings lets this routing key through. */
export function isBound(
  { kind, exchange }: BrokerSettings,
  bindings: readonly string[],
  routingKey: string,
): boolean {
  for (const binding of bindings) {
    if (matches(binding, routingKey, kind === 'rabbitmq' ? exchange : 'topic')) return true;
  }
  return false;
}

/** AMQP topics: `*` is one word, `#` any number of them. A direct exchange compares whole keys, and knows neither. */
export function matches(binding: string, routingKey: string, exchange: 'topic' | 'direct'): boolean {
  if (binding === routingKey) return true;
  return exchange === 'topic' && (binding === '#' || wordsMatch(binding.split('.'), routingKey.split('.')));
}

function wordsMatch([pattern, ...patterns]: readonly string[], words: readonly string[]): boolean {
  if (pattern === undefined) return words.length === 0;
  if (pattern === '#')
    return words.some((_, index) => wordsMatch(patterns, words.slice(index))) || wordsMatch(patterns, []);
  return (
    words.length > 0 && (pattern === '*' || pattern === words[0]) && wordsMatch(patterns, words.slice(1))
  );
}
