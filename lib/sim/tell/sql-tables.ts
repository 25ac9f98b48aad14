// The tables of a scenario: those of the lesson, and of what else a scenario may need only what this one does.
import { typeOf } from '../event';
import { matches } from '../routing';
import type { Scenario } from '../scenario/scenario';

/** The outbox, as the lesson asks for it; where learners make their own, theirs takes its place. */
export const OUTBOX = `CREATE TABLE orders_outbox (
  id bigserial PRIMARY KEY,
  aggregate_id uuid NOT NULL,
  event_type text NOT NULL,
  payload jsonb NOT NULL,
  occurred_at timestamptz NOT NULL,
  dispatched_at timestamptz
)`;

/** The tables beside the outbox, and the columns that it lacks. */
export const tablesOf = (scenario: Scenario): readonly string[] => [
  'CREATE TABLE orders (id uuid PRIMARY KEY, total bigint NOT NULL, version int NOT NULL DEFAULT 1)',
  `CREATE TABLE handled_events (subscriber text, event_id uuid, ${forgets(scenario) ? 'handled_at timestamptz NOT NULL, ' : ''}PRIMARY KEY (subscriber, event_id))`,
  'CREATE TABLE parcels (order_id uuid NOT NULL)',
  'CREATE TABLE effects (subscriber text NOT NULL, order_id uuid NOT NULL)',
  'CREATE TABLE dead_letters (subscriber text, event_id uuid, state text NOT NULL, PRIMARY KEY (subscriber, event_id))',
  ...columnsOf(scenario).map((column) => `ALTER TABLE orders_outbox ADD COLUMN IF NOT EXISTS ${column}`),
  ...positionOf(scenario),
];

/** There is an outbox at all. */
export const hasOutbox = ({ publication }: Scenario): boolean => publication !== 'dual-write';

/** Relays keep what they know in the table: a connector reads the log instead. */
export const isPolled = (scenario: Scenario): boolean =>
  hasOutbox(scenario) && scenario.publication !== 'cdc' && scenario.broker.kind !== 'outbox';

/** Relays that remember one id claim nothing. */
export const hasLeases = (scenario: Scenario): boolean =>
  isPolled(scenario) &&
  scenario.relays.cursor !== 'last-id' &&
  (scenario.relays.claim === 'lease' || scenario.relays.claim === 'head-of-key');

export const hasLocks = (scenario: Scenario): boolean =>
  isPolled(scenario) && scenario.relays.cursor !== 'last-id' && scenario.relays.claim === 'skip-locked';

/** A relay goes by a place in an order, so it cannot leave a row behind. */
export const keepsPlace = (scenario: Scenario): boolean =>
  isPolled(scenario) && scenario.relays.cursor !== 'dispatched-null';

/** Some row may be refused by the broker, to be tried again later and in the end given up. */
export const setsAside = (scenario: Scenario): boolean => {
  const { relays, broker, workload } = scenario;
  const unroutable = broker.kind === 'rabbitmq' && broker.mandatory && !routesAll(scenario);
  const tooLong = broker.kind === 'notify' && workload.payloadBytes >= 8000;
  const outages = relays.retry.outages === 'count' && relays.mark === 'after-confirm';
  return isPolled(scenario) && (relays.poison.length > 0 || unroutable || tooLong || outages);
};

/** Every event has a queue to go to, whatever its version. */
const routesAll = ({ broker, consumers }: Scenario): boolean =>
  VERSIONS.every((version) =>
    consumers.some(({ bindings }) =>
      bindings.some((binding) => matches(binding, typeOf(version).routingKey, broker.exchange)),
    ),
  );

/** One of each type. */
const VERSIONS = [1, 2, 3, 4] as const;

/** Ids that some consumer has recorded count for a while only. */
const forgets = ({ consumers }: Scenario): boolean =>
  consumers.some(({ dedupWindowMs }) => dedupWindowMs > 0);

/** The consumers are the relays: each marks rows for itself. */
export const marksEach = ({ broker, consumers }: Scenario): boolean =>
  broker.kind === 'outbox' && consumers.length > 1;

const columnsOf = (scenario: Scenario): readonly string[] =>
  hasOutbox(scenario)
    ? [
        ...(hasLeases(scenario) ? ['leased_by text', 'leased_until timestamptz'] : []),
        ...(setsAside(scenario) ? ['attempts int', 'next_attempt_at timestamptz'] : []),
        ...(isPolled(scenario) && scenario.relays.cursor === 'xmin-fence'
          ? ['xid xid8 DEFAULT pg_current_xact_id()']
          : []),
        ...(marksEach(scenario) ? ['handled_by text[]'] : []),
      ]
    : [];

function positionOf(scenario: Scenario): readonly string[] {
  if (!isPolled(scenario) || scenario.relays.cursor === 'dispatched-null') return [];
  return scenario.relays.cursor === 'last-id'
    ? ['CREATE TABLE relay_position (last_id bigint NOT NULL)', 'INSERT INTO relay_position VALUES (0)']
    : ['CREATE TABLE relay_position (last_xid xid8 NOT NULL)', "INSERT INTO relay_position VALUES ('0')"];
}
