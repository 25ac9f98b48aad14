import { describe, expect, it } from 'vitest';
import { castOf } from '@/lib/sim/cast';
import type { BrokerKind, Scenario } from '@/lib/sim/scenario/scenario';
import { type Sketch, scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { type Box, type Layout, layoutOf } from './layout';

const kinds: readonly BrokerKind[] = ['rabbitmq', 'kafka', 'redis-streams', 'notify', 'outbox'];

const widths = [320, 358, 680, 696, 740, 980, 1200, 1400];

const crowd = Array.from({ length: 8 }, (_, index) => ({ name: `group-${index}`, count: 9, poison: [1] }));

const sketches: readonly Sketch<Scenario>[] = [
  {},
  { publication: 'dual-write' },
  { publication: 'cdc' },
  { publication: 'notify' },
  { workload: { overlap: true }, relays: { count: 3 } },
  { relays: { count: 16 }, consumers: crowd },
  {
    consumers: [
      { name: 'shipping', count: 2 },
      { name: 'audit', bindings: ['order.paid'] },
    ],
  },
  { broker: { partitions: 64 }, workload: { aggregates: 100 } },
];

const scenarios = kinds.flatMap((kind) =>
  sketches.map((sketch) => scenarioOf({ ...sketch, broker: { ...sketch.broker, kind } })),
);

const everything = scenarios.flatMap((scenario) =>
  widths.map((width) => ({ scenario, layout: layoutOf(scenario, width) })),
);

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Boxes that several parts share count once. */
const boxesOf = ({ parts }: Layout): readonly Box[] => [...new Set(parts.values())];

const pairs = (boxes: readonly Box[]) =>
  boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other] as const));

describe('the layout', () => {
  it('never lays a box over another', () => {
    for (const { layout } of everything) {
      expect(pairs(boxesOf(layout)).filter(([one, other]) => overlap(one, other))).toEqual([]);
      expect(pairs(layout.lanes.map(({ box }) => box)).filter(([a, b]) => overlap(a, b))).toEqual([]);
    }
  });

  it('keeps every box inside', () => {
    for (const { layout } of everything) {
      for (const { x, y, width, height } of [...boxesOf(layout), ...layout.lanes.map(({ box }) => box)]) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(layout.width);
        expect(y + height).toBeLessThanOrEqual(layout.height);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(20);
      }
    }
  });

  it('has a box for every part', () => {
    for (const { scenario, layout } of everything) {
      const { relays, members, groups } = castOf(scenario);
      const parts = [
        'orders',
        'outbox',
        ...Array.from({ length: relays }, (_, index) => `relay ${index + 1}`),
        ...(scenario.broker.kind === 'outbox' ? [] : ['broker', 'broker 1']),
        ...members.map((_, index) => `member ${index + 1}`),
        ...groups.flatMap(({ index }) => [`results ${index + 1}`, `dead ${index + 1}`]),
      ];
      expect(parts.filter((part) => !layout.parts.has(part))).toEqual([]);
    }
  });

  it('has lanes in the order in which an event passes them, and none that there is not', () => {
    const lanes = (sketch: Sketch<Scenario>) =>
      layoutOf(scenarioOf(sketch), 1200).lanes.map(({ lane }) => lane);
    expect(lanes({})).toEqual(['orders', 'outbox', 'relays', 'broker', 'consumers', 'results']);
    expect(lanes({ broker: { kind: 'outbox' } })).toEqual(['orders', 'outbox', 'consumers', 'results']);
    expect(lanes({ publication: 'dual-write' })).toEqual([
      'orders',
      'outbox',
      'broker',
      'consumers',
      'results',
    ]);
  });

  it('leaves room between lanes for what travels', () => {
    for (const { layout } of everything) {
      const columns = [...new Set(layout.lanes.map(({ box }) => box.x))].toSorted((a, b) => a - b);
      const ends = columns.map((x) =>
        Math.max(...layout.lanes.filter(({ box }) => box.x === x).map(({ box }) => box.x + box.width)),
      );
      const gaps = columns.slice(1).map((x, index) => x - (ends[index] ?? 0));
      expect(Math.min(...gaps, 99)).toBeGreaterThanOrEqual(43);
    }
  });

  it('goes down on a phone, across in the pane of a lesson, and is never higher than can be looked at', () => {
    const tallest = (width: number) =>
      Math.max(...scenarios.map((scenario) => layoutOf(scenario, width).height));
    expect(layoutOf(scenarioOf(), 358).direction).toBe('down');
    expect(layoutOf(scenarioOf(), 696).direction).toBe('across');
    expect(layoutOf(scenarioOf(), 696).height).toBeLessThan(400);
    expect(tallest(1200)).toBeLessThan(700);
    expect(tallest(696)).toBeLessThan(1000);
  });

  it('says how many it has no room for', () => {
    const { more } = layoutOf(scenarioOf({ relays: { count: 16 }, consumers: crowd }), 1200);
    expect(more.map(({ lane, words }) => `${lane}: ${words}`)).toEqual([
      'relays: and 13 more',
      'broker: and 6 more',
      'consumers: and 8 more',
      'consumers: and 8 more',
      'consumers: and 54 more',
      'results: and 6 more',
    ]);
  });
});
