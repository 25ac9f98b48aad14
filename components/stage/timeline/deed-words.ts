// What can be done to a run, in words and with its mark: one table for menus, for what was done, and for faults.

import type { Meaning } from '@/lib/scene/meanings';
import { unreachable } from '@/lib/shared/unreachable';
import type { Deed, Millis, Scenario } from '@/lib/sim/scenario/scenario';
import { nameOf } from '@/lib/sim/tell/words';

export interface DeedWords {
  /** On a button that does it: `Crash the relay now`. */
  readonly todo: string;
  /** On the timeline, where it was done: `Relay crashed`. */
  readonly done: string;
  readonly meaning: Meaning | null;
}

type Cast = Pick<Scenario, 'publication' | 'relays' | 'broker' | 'consumers'>;

/** A deed of a scenario in words. Whoever is the only one of a kind goes without a number or a name. */
export function deedWords(deed: Deed, cast: Cast): DeedWords {
  switch (deed.do) {
    case 'place-order':
      return said('Place order', 'Order placed', null);
    case 'place-and-roll-back':
      return said('Place order and roll back', 'Order rolled back', null);
    case 'crash-service':
      return said('Crash the order service', 'Order service crashed', 'crash');
    case 'crash-relay':
    case 'arm-crash':
    case 'skew-clock':
    case 'stop-connector':
    case 'start-connector':
      return relayWords(deed, cast);
    case 'broker-down':
    case 'broker-up':
    case 'broker-restart':
      return brokerWords(deed, between(cast));
    case 'hold-transaction':
      return said('Hold a transaction open', 'Transaction held open', null);
    case 'release-transaction':
      return said('End the held transaction', 'Held transaction ended', null);
    case 'crash-consumer':
    case 'redeliver':
    case 'replay':
    case 'slow-consumer':
    case 'redrive':
    case 'set-dedup':
      return consumerWords(deed, cast);
    default:
      return unreachable(deed);
  }
}

/** What stands between those who send and those who receive; where services are called, only the network. */
export const between = ({ broker }: Pick<Scenario, 'broker'>): 'Broker' | 'Network' =>
  broker.kind === 'http' ? 'Network' : 'Broker';

const said = (todo: string, done: string, meaning: Meaning | null): DeedWords => ({ todo, done, meaning });

type Doing<Name extends Deed['do']> = Extract<Deed, { readonly do: Name }>;

function brokerWords(
  deed: Doing<'broker-down' | 'broker-up' | 'broker-restart'>,
  name: ReturnType<typeof between>,
): DeedWords {
  switch (deed.do) {
    case 'broker-down':
      return said(`${name} down`, `${name} down`, 'crash');
    case 'broker-up':
      return said(`${name} up`, `${name} up`, null);
    case 'broker-restart':
      return said(`Restart the ${name.toLowerCase()}`, `${name} restarted`, 'crash');
    default:
      return unreachable(deed);
  }
}

type RelayDeed = Doing<'crash-relay' | 'arm-crash' | 'skew-clock' | 'stop-connector' | 'start-connector'>;

function relayWords(deed: RelayDeed, cast: Cast): DeedWords {
  const who = relayName('relay' in deed ? deed.relay : undefined, cast);
  const Who = nameOf(who.replace(/^the /, ''));
  switch (deed.do) {
    case 'crash-relay':
      return said(`Crash ${who} now`, `${Who} crashed`, 'crash');
    case 'arm-crash':
      return said(`Crash ${who} after its next publish`, `${Who} to crash after a publish`, 'crash');
    case 'skew-clock':
      return deed.ms === 0
        ? said(`Set the clock of ${who} right`, `Clock of ${who} set right`, null)
        : said(`Set the clock of ${who} ${skewed(deed.ms)}`, `Clock of ${who} ${skewed(deed.ms)}`, null);
    case 'stop-connector':
      return said('Stop the connector', 'Connector stopped', 'crash');
    case 'start-connector':
      return said('Start the connector', 'Connector started', null);
    default:
      return unreachable(deed);
  }
}

type ConsumerDeed = Doing<
  'crash-consumer' | 'redeliver' | 'replay' | 'slow-consumer' | 'redrive' | 'set-dedup'
>;

function consumerWords(deed: ConsumerDeed, { consumers }: Cast): DeedWords {
  const all = consumers.length > 1 ? 'every consumer' : (consumers[0]?.name ?? 'the consumer');
  const who = deed.consumer ?? all;
  const Who = nameOf(who);
  switch (deed.do) {
    case 'crash-consumer':
      return said(`Crash ${who}`, `${Who} crashed`, 'crash');
    case 'redeliver':
      return said(`Redeliver to ${who}: its ack is lost`, `Ack of ${who} lost`, 'duplicate');
    case 'replay':
      return said(`Replay everything to ${who}`, `Replayed to ${who}`, 'duplicate');
    case 'slow-consumer':
      return deed.factor === 1
        ? said(`Let ${who} be as fast as before`, `${Who} as fast as before`, null)
        : said(`Slow ${who} down ${deed.factor} times`, `${Who} ${deed.factor} times slower`, null);
    case 'redrive':
      return said(`Redrive the dead letters of ${who}`, `Dead letters of ${who} redriven`, null);
    case 'set-dedup':
      return said(`Dedup of ${who}: ${DEDUP[deed.dedup]}`, `Dedup of ${who}: ${DEDUP[deed.dedup]}`, null);
    default:
      return unreachable(deed);
  }
}

const DEDUP = {
  none: 'off',
  before: 'before the effect',
  'same-transaction': 'on, with the effect',
} as const;

/** `the relay`, `relay 2`, `the connector`; where nobody is named among several: `a relay`. */
export function relayName(named: number | undefined, { publication, relays }: Cast): string {
  if (publication === 'cdc') return 'the connector';
  if (relays.count === 1) return 'the relay';
  return named === undefined ? 'a relay' : `relay ${named}`;
}

const skewed = (ms: Millis): string => (ms > 0 ? `${ms / 1000} s ahead` : `${-ms / 1000} s behind`);
