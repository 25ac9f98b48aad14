import { describe, expect, it } from 'vitest';
import { mint } from './event';
import { explore } from './explore/explore';
import type { Command, Scenario } from './scenario/scenario';
import { type Sketch, scenarioOf } from './scenario/scenario-fixture';
import type { StepKind } from './step';
import { brief, commands } from './tell/notation';
import { run, stepsOf, worldAfter } from './trace';
import { aggregateOf } from './world';

const OWN: readonly StepKind[] = [
  ...(['began', 'inserted', 'committed', 'rolled-back', 'service-crashed'] as const),
  ...(['published', 'refused', 'returned', 'dropped'] as const),
];

/** What the order service did, or a dual write. */
const orders = (text: string, sketch: Sketch<Scenario> = {}) =>
  stepsOf(run(scenarioOf({ workload: { orders: 0 }, ...sketch }), commands(text)))
    .filter(({ kind, actor }) => OWN.includes(kind) && actor === 'orders')
    .map(brief)
    .join(' · ');

/** Versions in the order in which they were written. */
const versions = (sketch: Sketch<Scenario>, deeds: readonly Command[] = []) =>
  stepsOf(run(scenarioOf(sketch), deeds))
    .filter(({ kind }) => kind === 'inserted')
    .map(({ event, value }) => `${event}v${value}`)
    .join(' ');

describe('the order service', () => {
  it('[R10] writes an order and its row, and commits both', () => {
    expect(orders('order@0')).toBe('inserted 1 · committed 1');
  });

  it('[R10] [R11] leaves nothing of a rollback but a number that is used up', () => {
    const trace = run(scenarioOf({ workload: { orders: 0 } }), commands('rollback@0 order@100'));
    expect(orders('rollback@0 order@100')).toBe('inserted 1 · rolled-back 1 · inserted 2 · committed 2');
    expect(stepsOf(trace).find(({ kind }) => kind === 'committed')?.row).toBe(2);
    expect(stepsOf(trace).filter(({ kind, event }) => kind === 'published' && event === 1)).toEqual([]);
  });

  it('[R12] mints an id with the order, whatever else is done', () => {
    expect(mint(9, 2, 2)).toEqual(mint(9, 2, 2));
    expect(mint(9, 2, 2).id).not.toBe(mint(10, 2, 2).id);
    expect(mint(9, 2, 2).id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(mint(9, 3, 2).order).toBe(mint(9, 1, 2).order);
  });

  it('[R13] ends transactions in the order in which they began', () => {
    expect(orders('order@0 order@0 order@0')).toBe(
      'inserted 1 · committed 1 · inserted 2 · committed 2 · inserted 3 · committed 3',
    );
  });

  it('[R14] with overlap lets a later one overtake', () => {
    expect(orders('order@0 order@20', { workload: { orders: 0, overlap: true } })).toBe(
      'began 1 · inserted 1 · began 2 · inserted 2 · committed 2 · committed 1',
    );
  });

  it('[R15] with a lock on the aggregate makes the later one wait, of the same aggregate alone', () => {
    const locked = { orders: 0, overlap: true, lockAggregate: true };
    expect(orders('order@0 order@0', { workload: { ...locked, aggregates: 1 } })).toBe(
      'began 1 · inserted 1 · committed 1 · began 2 · inserted 2 · committed 2',
    );
    expect(orders('order@0 order@0', { workload: { ...locked, aggregates: 2 } })).toMatch(
      /^began 1 · began 2 · /,
    );
  });

  it('[R16] counts versions, or takes one more than what is committed', () => {
    const workload = { orders: 3, aggregates: 1, everyMs: 20, overlap: true };
    expect(versions({ workload })).toBe('1v1 2v2 3v3');
    expect(versions({ workload: { ...workload, versions: 'max' } })).toMatch(/^1v1 2v1 /);
    expect(versions({ workload: { ...workload, versions: 'max', lockAggregate: true } })).toBe('1v1 2v2 3v3');
  });

  it('[R17] takes no version for what rolls back, and gives back what a crash undid', () => {
    expect(versions({ workload: { orders: 4, aggregates: 1, rollbackEvery: 2 } })).toBe('1v1 2v0 3v2 4v0');
    const overlapping = { orders: 3, aggregates: 1, everyMs: 20, overlap: true };
    expect(versions({ workload: overlapping }, [{ at: 57, do: 'crash-service' }])).toBe('1v1 2v2 3v1');
  });

  it('[R18] takes aggregates in turn', () => {
    const trace = run(scenarioOf({ workload: { orders: 4, aggregates: 3 } }));
    const world = worldAfter(trace, trace.length);
    expect([1, 2, 3, 4].map((event) => aggregateOf(world, event))).toEqual([0, 1, 2, 0]);
  });

  it('[R19] loses what is open in a crash, and nobody places it again', () => {
    expect(orders('order@0 crash-service@10 order@20')).toBe(
      'inserted 1 · service-crashed 1 · inserted 2 · committed 2',
    );
  });

  it('[R164] takes what people place besides its own', () => {
    expect(orders('order@150', { workload: { orders: 2, everyMs: 100 } })).toBe(
      'inserted 1 · committed 1 · inserted 2 · committed 2 · inserted 3 · committed 3',
    );
  });
});

describe('a dual write', () => {
  const dual = (dualWrite: 'commit-first' | 'publish-first', orders = 0): Sketch<Scenario> => ({
    publication: 'dual-write',
    workload: { orders, dualWrite },
  });
  const broken = (sketch: Sketch<Scenario>) => explore(scenarioOf(sketch)).invariant;

  it('[R80] commits and then publishes, once', () => {
    expect(orders('order@0', dual('commit-first'))).toBe('inserted 1 · committed 1 · published 1');
    expect(orders('down@0 order@10 up@500', dual('commit-first'))).toBe(
      'inserted 1 · committed 1 · refused 1',
    );
  });

  it('[R80] [I1] loses the message of what is committed in a crash between the two', () => {
    expect(orders('order@0 crash-service@70', dual('commit-first'))).toBe(
      'inserted 1 · committed 1 · service-crashed 1',
    );
    expect(broken({ ...dual('commit-first', 1), budgets: { crashes: 1, redeliveries: 0 } })).toBe('I1');
    expect(broken({ ...dual('commit-first', 1), budgets: { crashes: 0, redeliveries: 0 } })).toBe(null);
  });

  it('[R81] [I1] or tells of what is not there', () => {
    expect(orders('order@0', dual('publish-first'))).toBe('inserted 1 · published 1 · committed 1');
    expect(orders('rollback@0', dual('publish-first'))).toBe('inserted 1 · published 1 · rolled-back 1');
    const rolledBack = { ...dual('publish-first'), budgets: { crashes: 0, redeliveries: 0 } };
    expect(
      broken({ ...rolledBack, workload: { orders: 1, dualWrite: 'publish-first', rollbackEvery: 1 } }),
    ).toBe('I1');
  });

  it('[R82] [I1] rolls back when the broker does not take the message first', () => {
    expect(orders('down@0 order@10 up@500', dual('publish-first'))).toBe(
      'inserted 1 · refused 1 · rolled-back 1',
    );
    const unroutable: Sketch<Scenario> = {
      consumers: [{ bindings: ['order.other'] }],
      budgets: { crashes: 0 },
    };
    expect(broken({ ...dual('publish-first', 1), ...unroutable })).toBe(null);
    expect(broken({ ...dual('commit-first', 1), ...unroutable })).toBe('I1');
  });
});
