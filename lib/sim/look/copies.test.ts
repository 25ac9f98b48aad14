import { describe, expect, it } from 'vitest';
import type { Command, Scenario } from '../scenario/scenario';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import { commands } from '../tell/notation';
import { run } from '../trace';
import { copiesBy } from './copies';

/** `1/2 applied,skipped`: the second copy of event 1, and what each group made of it in the end. */
function fates(sketch: Sketch<Scenario>, deeds: readonly Command[] = []): readonly string[] {
  const trace = run(scenarioOf(sketch), deeds);
  return copiesBy(trace, trace.length).map(
    ({ event, copy, outcomes }) => `${event}/${copy} ${outcomes.map((outcome) => outcome ?? 'waits').join()}`,
  );
}

const ONE = { workload: { orders: 1 } } as const;

const BOTH = [{ name: 'shipping' }, { name: 'billing', dedup: 'none' }] as const;

describe('the copies of an event', () => {
  it('are one, handled by every group', () => {
    expect(fates({ ...ONE, consumers: BOTH })).toEqual(['1/1 applied,applied']);
  });

  it('are two after a crash between publish and mark: skipped by who knows the id, and doubled by who does not', () => {
    expect(fates({ ...ONE, consumers: BOTH }, commands('crash@0'))).toEqual([
      '1/1 applied,applied',
      '1/2 skipped,doubled',
    ]);
  });

  it('go only to the groups whose bindings match', () => {
    const consumers = [{ name: 'shipping' }, { name: 'billing', bindings: ['order.paid'] }];
    expect(fates({ workload: { orders: 2, aggregates: 1 }, consumers })).toEqual([
      '1/1 applied,unwanted',
      '2/1 applied,applied',
    ]);
  });

  it('stay what they were when they are handed out again and skipped', () => {
    const trace = run(
      scenarioOf({ ...ONE, faults: [{ do: 'redeliver', at: { step: 'applied', occurrence: 1 } }] }),
    );
    const [copy] = copiesBy(trace, trace.length);
    expect(copy?.outcomes).toEqual(['applied']);
    expect(copy?.handlings[0]?.map(({ by, outcome }) => `${by} ${outcome}`)).toEqual([
      'shipping applied',
      'shipping skipped',
    ]);
  });

  it('become dead letters, and come to something when they are sent once more', () => {
    const consumers = [{ name: 'shipping', poison: [1], maxAttempts: 1, onPoison: 'skip' as const }];
    expect(fates({ ...ONE, consumers })).toEqual(['1/1 dead-lettered']);
    expect(fates({ ...ONE, consumers: consumers.map((one) => ({ ...one, redriveMs: 500 })) })).toEqual([
      '1/1 applied',
    ]);
  });

  it('are lost with a queue that is not kept on disk', () => {
    const broker = { durable: false };
    const faults = [{ do: 'broker-restart', at: { step: 'delivered', occurrence: 1 } }] as const;
    expect(fates({ ...ONE, broker, faults })[0]).toBe('1/1 lost');
  });

  it('wait until somebody has handled them', () => {
    const trace = run(scenarioOf(ONE));
    expect(copiesBy(trace, 4)).toMatchObject([
      { event: 1, copy: 1, row: 1, outcomes: [null], handlings: [[]] },
    ]);
    expect(copiesBy(trace, 3)).toEqual([]);
  });
});
