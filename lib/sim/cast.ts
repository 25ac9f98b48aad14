// Who takes part in a scenario, under which names: relays, and consumer groups with their members.
import type { ConsumerSettings, Relays, Scenario } from './scenario/scenario';

/** Everybody who takes part. */
export interface Cast {
  readonly sessions: number;
  readonly relays: number;
  readonly groups: readonly Group[];
  /** The group of each member. */
  readonly members: readonly Group[];
  /** Names of all who act, by their code in a step. */
  readonly actors: readonly string[];
}

/** A consumer group: what the scenario says of it, and which members are its own. */
export interface Group {
  readonly settings: ConsumerSettings;
  readonly index: number;
  /** Its members: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly poison: ReadonlySet<number>;
  readonly failures: ReadonlySet<number>;
}

const OVERLAPPING = 2;

/** Everybody, in the order of their codes. */
export function castOf(scenario: Scenario): Cast {
  const relays = relaysOf(scenario);
  const groups = groupsOf(scenario);
  return {
    sessions: scenario.workload.overlap ? OVERLAPPING : 1,
    relays,
    groups,
    members: groups.flatMap((group) => Array.from({ length: group.to - group.from }, () => group)),
    actors: [
      'orders',
      'broker',
      ...numbered(scenario.publication === 'cdc' ? 'connector' : 'relay', relays),
      ...groups.flatMap(({ settings }) => numbered(settings.name, settings.count)),
    ],
  };
}

function groupsOf({ consumers }: Scenario): readonly Group[] {
  let from = 0;
  return consumers.map((settings, index) => {
    const group = {
      settings,
      index,
      from,
      to: from + settings.count,
      poison: new Set(settings.poison),
      failures: new Set(settings.failures),
    };
    from = group.to;
    return group;
  });
}

const relaysOf = ({ publication, relays, broker }: Scenario): number => {
  if (publication === 'dual-write' || broker.kind === 'outbox') return 0;
  return publication === 'cdc' ? 1 : relays.count;
};

/** What keeps the relays out of each other’s way, if anything has to. */
export const claimOf = ({ publication, relays }: Scenario): Relays['claim'] =>
  publication === 'cdc' || relays.cursor === 'last-id' ? 'none' : relays.claim;

const numbered = (name: string, count: number): readonly string[] =>
  count === 1 ? [name] : Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);
