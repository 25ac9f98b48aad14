import { describe, expect, it } from 'vitest';
import { explore } from '../explore/explore';
import type { Scenario } from '../scenario/scenario';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import type { StepKind } from '../step';
import { run, stepAt, stepsOf } from '../trace';
import { commands } from './notation';
import { pastOf } from './past';
import { sqlOf } from './sql';

/** What is shown for the first step of a kind, with ids and times left out. */
function shown(kind: StepKind, sketch: Sketch<Scenario> = {}, done = ''): string | null {
  const scenario = scenarioOf({ workload: { orders: 1 }, ...sketch });
  const trace = run(scenario, commands(done));
  const place = stepsOf(trace).findIndex((step) => step.kind === kind);
  const step = stepsOf(trace)[place];
  if (step === undefined) throw new Error(`Nothing ${kind}.`);
  const sql = sqlOf(step, scenario, pastOf(trace, place));
  return (
    sql?.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll(/2026-01-05 [\d:.]+\+00/g, 'NOW') ?? null
  );
}

const two: Sketch<Scenario> = { workload: { orders: 2, aggregates: 1 } };

describe('the order service', () => {
  it('[R60] writes the order and its outbox row', () => {
    expect(shown('inserted')?.replace(/\d\d\)|"total":\d\d/g, '')).toBe(
      `BEGIN;
INSERT INTO orders (id, total) VALUES ('ID', ;
INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at)
VALUES ('ID', 'OrderPlaced', '{"id":"ID","type":"OrderPlaced","data":{"orderId":"ID",}}', 'NOW');`,
    );
    expect(shown('committed')).toBe('COMMIT;');
  });

  it('shows the transaction whole where it is one step of an exploration', () => {
    const { trace } = explore(
      scenarioOf({ workload: { orders: 1 }, consumers: [{ name: 'shipping', dedup: 'none' }] }),
    );
    if (trace === null) throw new Error('Nothing broke.');
    const sql = sqlOf(stepAt(trace, 0), trace.scenario, pastOf(trace, 0));
    expect(sql?.split('\n').map((line) => line.slice(0, 25))).toEqual([
      'BEGIN;',
      'INSERT INTO orders (id, t',
      'INSERT INTO orders_outbox',
      expect.stringMatching(/^VALUES/),
      'COMMIT;',
    ]);
  });

  it('writes no outbox row in a dual write', () => {
    expect(shown('inserted', { publication: 'dual-write' })).toMatch(/^BEGIN;\nINSERT INTO orders [^\n]+;$/);
  });

  it('takes a lock on the aggregate first, where that is asked for', () => {
    expect(shown('inserted', { workload: { orders: 1, lockAggregate: true } })).toMatch(
      /^BEGIN;\nSELECT pg_advisory_xact_lock\(hashtextextended\('ID', 0\)\);\nINSERT INTO orders /,
    );
  });
});

describe('a poll, by what the relays go by', () => {
  it.each<readonly [string, Sketch<Scenario>['relays'], string]>([
    [
      'what is pending',
      {},
      'SELECT id, payload FROM orders_outbox\nWHERE dispatched_at IS NULL\nORDER BY id\nLIMIT 10;',
    ],
    [
      'locks',
      { claim: 'skip-locked' },
      'BEGIN;\nSELECT id, payload FROM orders_outbox\nWHERE dispatched_at IS NULL\nORDER BY id\nLIMIT 10\nFOR UPDATE SKIP LOCKED;',
    ],
    [
      'leases',
      { claim: 'lease' },
      "UPDATE orders_outbox\nSET leased_by = 'relay', leased_until = 'NOW'\nWHERE id IN (\n  SELECT id FROM orders_outbox\n  WHERE dispatched_at IS NULL\n    AND (leased_until IS NULL OR leased_until <= 'NOW')\n  ORDER BY id\n  LIMIT 10\n  FOR UPDATE SKIP LOCKED\n)\nRETURNING id, payload;",
    ],
    [
      'the last id',
      { cursor: 'last-id' },
      'SELECT id, payload FROM orders_outbox\nWHERE id > (SELECT last_id FROM relay_position)\nORDER BY id\nLIMIT 10;',
    ],
    [
      'a fence',
      { cursor: 'xmin-fence' },
      'SELECT id, payload FROM orders_outbox\nWHERE xid > (SELECT last_xid FROM relay_position)\n  AND xid < pg_snapshot_xmin(pg_current_snapshot())\nORDER BY xid, id\nLIMIT 10;',
    ],
  ])('%s', (_, relays, sql) => {
    expect(shown('polled', relays === undefined ? {} : { relays })).toBe(sql);
  });

  it('the head of each key', () => {
    expect(shown('polled', { relays: { claim: 'head-of-key' } })).toContain(
      'NOT EXISTS (\n      SELECT FROM orders_outbox AS earlier\n      WHERE earlier.aggregate_id = orders_outbox.aggregate_id\n        AND earlier.id < orders_outbox.id\n        AND earlier.dispatched_at IS NULL)',
    );
  });

  it('asks the database for nothing where a connector reads the log', () => {
    expect(shown('polled', { publication: 'cdc' })).toBeNull();
    expect(shown('saved', { publication: 'cdc' })).toBeNull();
  });
});

describe('a mark', () => {
  it('is fenced by its owner under a lease', () => {
    expect(shown('marked', { relays: { claim: 'lease' } })).toBe(
      "UPDATE orders_outbox\nSET dispatched_at = 'NOW'\nWHERE id = 1 AND leased_by = 'relay';",
    );
  });

  it('is one for all rows that were locked together', () => {
    const sketch = {
      workload: { orders: 2, everyMs: 1 },
      relays: { claim: 'skip-locked' as const, pollMs: 500 },
    };
    expect(shown('marked', sketch)).toBe(
      "UPDATE orders_outbox\nSET dispatched_at = 'NOW'\nWHERE id IN (1, 2);\nCOMMIT;",
    );
  });

  it('is a place where the relays have a cursor', () => {
    expect(shown('saved', { relays: { cursor: 'last-id' } })).toBe('UPDATE relay_position SET last_id = 1;');
  });
});

describe('a consumer', () => {
  it('records the id and has its effect in one transaction', () => {
    expect(shown('applied')).toBe(
      "BEGIN;\nINSERT INTO handled_events (subscriber, event_id)\nVALUES ('shipping', 'ID')\nON CONFLICT DO NOTHING;\nINSERT INTO parcels (order_id)\nVALUES ('ID');\nCOMMIT;",
    );
  });

  it.each(['none', 'before'] as const)('has its effect alone with dedup %s', (dedup) => {
    expect(shown('applied', { consumers: [{ name: 'billing', dedup }] })).toBe(
      "INSERT INTO effects (subscriber, order_id)\nVALUES ('billing', 'ID');",
    );
  });

  it('has it alone once somebody has turned recording off', () => {
    expect(shown('applied', {}, 'dedup-off@0')).toBe("INSERT INTO parcels (order_id)\nVALUES ('ID');");
  });

  it('finds a duplicate by the id that is there', () => {
    expect(shown('skipped', {}, 'crash@0')).toContain('NOTHING;  -- 0 rows: the id is known\nCOMMIT;');
  });

  it('sets dead letters and what waits behind them aside', () => {
    const consumers = [{ name: 'shipping', poison: [1], maxAttempts: 1, redriveMs: 1000 }];
    expect(shown('dead-lettered', { ...two, consumers })).toContain("VALUES ('shipping', 'ID', 'dead')");
    expect(shown('parked', { ...two, consumers })).toContain("VALUES ('shipping', 'ID', 'parked')");
    expect(shown('redriven', { ...two, consumers })).toBe(
      "DELETE FROM dead_letters WHERE subscriber = 'shipping';",
    );
  });
});
