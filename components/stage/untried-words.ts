// What the checker of every schedule did not try, in words: beside its verdict, so that nobody takes that for more.
import { untriedFaults, untriedSettings } from '@/lib/sim/explore/untried';
import type { Fault, Scenario } from '@/lib/sim/scenario/scenario';

const FAULTS: { readonly [Name in Fault['do']]: string } = {
  'crash-relay': 'the crash of the relay, for which there is no budget',
  'crash-consumer': 'the crash of the consumer, for which there is no budget',
  'crash-service': 'the crash of the order service',
  redeliver: 'the redelivery, for which there is no budget',
  replay: 'the replay',
  'broker-down': 'the outage of the broker',
  'broker-restart': 'the restart of the broker',
  'slow-consumer': 'the slow consumer',
  'hold-transaction': 'the transaction held open',
  'connector-stopped': 'the stop of the connector',
  'clock-skew': 'the skew of the relay’s clock',
};

/** `Not tried: the restart of the broker. What that comes to, only a run shows.` Null where nothing was left out. */
export function untriedWords(scenario: Scenario): string | null {
  const left = [...untriedFaults(scenario).map((name) => FAULTS[name]), ...untriedSettings(scenario)];
  const last = left.at(-1);
  if (last === undefined) return null;
  const all = left.length === 1 ? last : `${left.slice(0, -1).join(', ')} and ${last}`;
  return `Not tried: ${all}. What ${left.length === 1 ? 'that comes' : 'those come'} to, only a run shows.`;
}
