// What a relay asks of the outbox, and what it writes there.

import type { Millis, Scenario } from '../scenario/scenario';
import type { Step } from '../step';
import { timestamp } from './clock';
import { hasLeases, hasLocks, setsAside } from './sql-tables';

/** A poll: the rows that this relay takes now, by its own clock where leases are held against that. */
export function pollOf(step: Step, scenario: Scenario, clock: Millis = step.at): string {
  return hasLeases(scenario)
    ? leaseOf(step, scenario, `\n${select('id', '  ', scenario, clock)}\n`, clock)
    : select('id, payload', '', scenario, clock);
}

/** The same for the rows that the model's relay took. */
export const claimOf = (step: Step, scenario: Scenario, clock: Millis = step.at): string =>
  leaseOf(step, scenario, step.rows.join(', '), clock);

/** Whatever pause a row was in is over for whoever could take it. */
function leaseOf({ actor }: Step, scenario: Scenario, rows: string, clock: Millis): string {
  const until = timestamp(clock + scenario.relays.leaseMs);
  const pause = setsAside(scenario) ? ', next_attempt_at = NULL' : '';
  return `UPDATE orders_outbox\nSET leased_by = '${actor}', leased_until = '${until}'${pause}\nWHERE id IN (${rows})\nRETURNING id, payload`;
}

const select = (columns: string, margin: string, scenario: Scenario, clock: Millis): string =>
  [
    `SELECT ${columns} FROM orders_outbox`,
    `WHERE ${conditions(scenario, `'${timestamp(clock)}'`).join('\n  AND ')}`,
    `ORDER BY ${scenario.relays.cursor === 'xmin-fence' ? 'xid, id' : 'id'}`,
    `LIMIT ${scenario.relays.batch}`,
    ...(hasLeases(scenario) || hasLocks(scenario) ? ['FOR UPDATE SKIP LOCKED'] : []),
  ]
    .join('\n')
    .replaceAll(/^/gm, margin);

function conditions(scenario: Scenario, now: string): readonly string[] {
  const { cursor, claim } = scenario.relays;
  return [
    ...(cursor === 'dispatched-null'
      ? ['dispatched_at IS NULL']
      : [`${PLACES[cursor]} > ${reached(cursor)}`]),
    ...(cursor === 'xmin-fence' ? ['xid < pg_snapshot_xmin(pg_current_snapshot())'] : []),
    ...(hasLeases(scenario) ? [`(leased_until IS NULL OR leased_until <= ${now})`] : []),
    ...(setsAside(scenario) ? [`(next_attempt_at IS NULL OR next_attempt_at <= ${now})`] : []),
    ...(claim === 'head-of-key' && hasLeases(scenario) ? [isHead(scenario)] : []),
    ...(cursor !== 'dispatched-null' && (hasLeases(scenario) || setsAside(scenario))
      ? [isReachable(scenario, cursor, now)]
      : []),
  ];
}

/** What a cursor goes by. */
const PLACES = { 'last-id': 'id', 'xmin-fence': 'xid' } as const;

type Place = keyof typeof PLACES;

const reached = (cursor: Place): string => `(SELECT last_${PLACES[cursor]} FROM relay_position)`;

/** No earlier row of its key waits. */
const isHead = (scenario: Scenario): string =>
  noEarlier([
    'earlier.aggregate_id = orders_outbox.aggregate_id',
    'earlier.id < orders_outbox.id',
    scenario.relays.cursor === 'xmin-fence'
      ? `earlier.xid > ${reached('xmin-fence')}`
      : 'earlier.dispatched_at IS NULL',
    ...(setsAside(scenario) ? ["earlier.next_attempt_at IS DISTINCT FROM 'infinity'"] : []),
  ]);

/** A place cannot leave a row behind: where one has to wait, those after it do as well. */
const isReachable = (scenario: Scenario, cursor: Place, now: string): string =>
  noEarlier([
    `earlier.${PLACES[cursor]} > ${reached(cursor)}`,
    `earlier.${PLACES[cursor]} < orders_outbox.${PLACES[cursor]}`,
    `(${[
      ...(hasLeases(scenario) ? [`earlier.leased_until > ${now}`] : []),
      ...(setsAside(scenario)
        ? [`earlier.next_attempt_at > ${now} AND earlier.next_attempt_at < 'infinity'`]
        : []),
    ].join(' OR ')})`,
  ]);

const noEarlier = (conditions: readonly string[]): string =>
  `NOT EXISTS (\n    SELECT FROM orders_outbox AS earlier\n    WHERE ${conditions.join('\n      AND ')})`;

/** Marks what was sent. Under a lease only the owner of a row can. */
export function markOf(step: Step, scenario: Scenario): string {
  const owned = hasLeases(scenario) ? ` AND leased_by = '${step.actor}'` : '';
  return `UPDATE orders_outbox\nSET dispatched_at = '${timestamp(step.at)}'\nWHERE ${those(step)}${owned}`;
}

const those = ({ row, rows }: Step): string =>
  rows.length > 1 ? `id IN (${rows.join(', ')})` : `id = ${rows[0] ?? row}`;

/** How far the relay has come, which never goes back. */
export const saveOf = ({ row, value }: Step, { relays }: Scenario): string =>
  relays.cursor === 'last-id'
    ? `UPDATE relay_position SET last_id = ${value}`
    : `UPDATE relay_position\nSET last_xid = greatest(last_xid, (SELECT xid FROM orders_outbox WHERE id = ${row}))`;

/** The row is tried again later; after the last attempt, never. */
export function setAsideOf({ kind, row, value, at }: Step, scenario: Scenario, until: Millis = at): string {
  const next = kind === 'gave-up' ? 'infinity' : timestamp(until);
  const lease = hasLeases(scenario) ? ', leased_until = NULL' : '';
  return `UPDATE orders_outbox\nSET attempts = ${value}, next_attempt_at = '${next}'${lease}\nWHERE id = ${row}`;
}

/** Gives back what a relay had leased and will not send now. */
export const releaseOf = (relay: string, rows: readonly number[]): string =>
  `UPDATE orders_outbox\nSET leased_until = NULL\nWHERE id IN (${rows.join(', ')}) AND leased_by = '${relay}' AND dispatched_at IS NULL`;

export const purgeOf = ({ row }: Step): string => `DELETE FROM orders_outbox WHERE id = ${row}`;
