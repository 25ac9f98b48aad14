import { describe, expect, it } from 'vitest';
import { explore } from '../../explore/explore';
import type { Scenario } from '../../scenario/scenario';
import { type Sketch, scenarioOf } from '../../scenario/scenario-fixture';
import { storyOf } from '../story-fixture';

const broker = { kind: 'http' } as const;
const CALLED = {
  broker,
  publication: 'dual-write',
  workload: { orders: 3, everyMs: 400, dualWrite: 'publish-first' },
  consumers: [{ name: 'stock' }, { name: 'mail' }],
} as const;

/** Mail is down when order 2 is placed, and back before order 3. */
const DOWN = [{ do: 'crash-consumer', at: { ms: 700 }, consumer: 'mail' }] as const;

const judge = (sketch: Sketch<Scenario>) => {
  const { verdict, invariant } = explore(scenarioOf({ broker, workload: { orders: 1 }, ...sketch }));
  return invariant === null ? verdict : `${verdict} ${invariant}`;
};

describe('a call', () => {
  it('[H1] [H2] fails as soon as one service is down, and its order with it', () => {
    const kinds = ['refused', 'rolled-back', 'committed'] as const;
    expect(storyOf({ ...CALLED, faults: DOWN }, ...kinds)).toEqual([
      'orders: committed 1',
      'orders: refused 2',
      'orders: rolled-back 2',
      'orders: committed 3',
    ]);
    expect(storyOf(CALLED, ...kinds)).toEqual([
      'orders: committed 1',
      'orders: committed 2',
      'orders: committed 3',
    ]);
  });

  it('[H1] [H3] that failed has no effect anywhere, and nobody repeats it', () => {
    expect([...storyOf({ ...CALLED, faults: DOWN }, 'applied')].sort()).toEqual([
      'mail: applied 1',
      'mail: applied 3',
      'stock: applied 1',
      'stock: applied 3',
    ]);
  });

  it('[H2] commit-first: the order stands, and the service that was down never hears of it', () => {
    const workload = { ...CALLED.workload, dualWrite: 'commit-first' } as const;
    const kinds = ['refused', 'rolled-back', 'committed'] as const;
    expect(storyOf({ ...CALLED, workload, faults: DOWN }, ...kinds)).toEqual([
      'orders: committed 1',
      'orders: committed 2',
      'orders: refused 2',
      'orders: committed 3',
    ]);
  });

  it('[H4] that a crash cuts short is made again, and has its one effect', () => {
    const faults = [
      { do: 'crash-consumer', at: { step: 'delivered', occurrence: 2 }, consumer: 'mail' },
    ] as const;
    expect(
      storyOf({ ...CALLED, workload: { ...CALLED.workload, orders: 1 }, faults }, 'redelivered', 'applied'),
    ).toEqual(['stock: applied 1', 'mail: redelivered 1', 'mail: applied 1']);
  });

  it('[H5] is answered with its effect', () => {
    expect(storyOf({ ...CALLED, workload: { orders: 1 } }, 'acked')).toEqual([]);
  });

  it('[H6] goes to one member of a group', () => {
    const consumers = [{ name: 'mail', count: 2 }];
    expect(storyOf({ ...CALLED, consumers }, 'applied')).toHaveLength(3);
  });

  it('is kept for nobody while the network is down', () => {
    const faults = [{ do: 'broker-down', from: 0, to: 5000 }] as const;
    expect(storyOf({ ...CALLED, faults }, 'committed', 'applied')).toEqual([]);
  });
});

describe('in every order of things', () => {
  it('a relay that calls loses nothing', () => {
    expect(judge({})).toBe('holds');
  });

  it('a call within the transaction tells of an order that a crash takes back', () => {
    expect(judge({ publication: 'dual-write', workload: { orders: 1, dualWrite: 'publish-first' } })).toBe(
      'broken I1',
    );
  });

  it('ids that are not recorded make two effects of a call that is made again', () => {
    expect(judge({ consumers: [{ dedup: 'none' }] })).toBe('broken I3');
  });
});
