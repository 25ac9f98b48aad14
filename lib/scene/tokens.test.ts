import { describe, expect, it } from 'vitest';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { type Sketch, scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { commands } from '@/lib/sim/tell/notation';
import { run } from '@/lib/sim/trace';
import { type Flights, flightsOf } from './flights';
import { MEANS, WAY } from './flights-kinds';
import type { Box, Layout } from './layout';
import { MOST_LABELS, MOST_TOKENS, type Token, type Traffic, trafficAt } from './tokens';
import { departures } from './tokens-flows';

const box = (x: number, y: number): Box => ({ x, y, width: 100, height: 100 });

/** Six lanes, each a box of 100 by 100 with as much room behind it. */
function layoutIn(direction: Layout['direction']): Layout {
  const at = (place: number) => (direction === 'across' ? box(place * 200, 0) : box(0, place * 200));
  const names = ['orders', 'outbox', 'relays', 'broker', 'consumers', 'results'] as const;
  const parts = ['orders', 'outbox', 'relay 1', 'broker', 'member 1', 'results 1'] as const;
  return {
    direction,
    width: 1100,
    height: 1100,
    lanes: names.map((lane, place) => ({ lane, box: at(place) })),
    parts: new Map(parts.map((part, place) => [part, at(place)])),
    more: [],
    ways: [],
  };
}

const across = layoutIn('across');
const down = layoutIn('down');

const flightsIn = (done: string, sketch: Sketch<Scenario> = {}): Flights =>
  flightsOf(run(scenarioOf({ ...sketch, workload: { orders: 0 } }), commands(done)));

const tokensIn = (traffic: Traffic): readonly Token[] => {
  if (traffic.as === 'flows') throw new Error('There are too many for tokens.');
  return traffic.tokens;
};

/** So many publishes, one every so many milliseconds, each 100 ms long. */
function publishes(count: number, everyMs: number): Flights {
  const flights = flightsIn('order@0');
  const filled = (value: number) => new Uint8Array(count).fill(value);
  const tally = new Int32Array((Math.floor(count / 4096) + 1) * (flights.tally.length || 1));
  const kinds = flights.tally.length;
  for (let known = 1; known * 4096 <= count; known += 1)
    tally[known * kinds + WAY.publish * 6 + MEANS.flight] = known * 4096;
  return {
    ...flights,
    length: count,
    from: Float64Array.from({ length: count }, (_, place) => place * everyMs),
    to: Float64Array.from({ length: count }, (_, place) => place * everyMs + 100),
    way: filled(WAY.publish),
    meaning: filled(MEANS.flight),
    actor: filled(2),
    event: Int32Array.from({ length: count }, (_, place) => place + 1),
    copy: new Int32Array(count).fill(1),
    row: new Int32Array(count),
    lane: filled(0),
    start: filled(0),
    reach: filled(100),
    course: filled(0),
    longest: 100,
    tally,
  };
}

describe('a token', () => {
  const flights = flightsIn('order@0');
  const place = flights.way.indexOf(WAY.publish);
  const [from, to] = [flights.from[place] as number, flights.to[place] as number];
  const publishAt = (layout: Layout, time: number) =>
    tokensIn(trafficAt(flights, layout, time)).find(({ way }) => way === 'publish');

  it('leaves at the edge of its relay and arrives at that of the broker', () => {
    expect([publishAt(across, from)?.x, publishAt(across, to)?.x]).toEqual([500, 600]);
    expect([publishAt(down, from)?.y, publishAt(down, to)?.y]).toEqual([500, 600]);
  });
  it('is half way when half of its time is over, and slower at its ends', () => {
    expect(publishAt(across, (from + to) / 2)?.x).toBeCloseTo(550);
    expect(publishAt(across, from + (to - from) / 10)?.x).toBeLessThan(510);
    expect(publishAt(across, to - (to - from) / 10)?.x).toBeGreaterThan(590);
  });
  it('is not there before and not after', () => {
    expect(publishAt(across, from - 0.001)).toBeUndefined();
    expect(publishAt(across, to + 0.001)).toBeUndefined();
  });
  it('keeps to its track: only the bend moves it aside', () => {
    const tracks = [0, 0.25, 0.5, 0.75, 1].map(
      (share) => publishAt(across, from + share * (to - from))?.y ?? 0,
    );
    expect(Math.max(...tracks) - Math.min(...tracks)).toBeLessThanOrEqual(4);
  });
  it('that answers goes the other way, on the other side', () => {
    const confirm = flights.way.indexOf(WAY.confirm);
    const at = (flights.from[confirm] as number) + 1;
    const token = tokensIn(trafficAt(flights, across, at)).find(({ way }) => way === 'confirm');
    expect(token?.x).toBeGreaterThan(590);
    expect(token?.y).toBeGreaterThan(50);
    expect(publishAt(across, from)?.y).toBeLessThan(50);
  });
  it('is found from a lane where its part is not shown by itself', () => {
    const bare = { ...across, parts: new Map() };
    expect(publishAt(bare, from)?.x).toBe(500);
  });
  it('leaves sideways for a lane beside its own, however far below the box lies', () => {
    const parts = new Map(across.parts).set('relay 1', box(400, 600));
    expect(publishAt({ ...across, parts }, from)).toMatchObject({ x: 500 });
    expect(publishAt({ ...across, parts }, to)).toMatchObject({ x: 600 });
  });
  it('that is rolled back turns round half way', () => {
    const undone = flightsIn('rollback@0');
    const [from, to] = [undone.from[0] as number, undone.to[0] as number];
    const xs = [0, 0.5, 1].map(
      (share) => tokensIn(trafficAt(undone, across, from + share * (to - from)))[0]?.x ?? 0,
    );
    expect(xs.map(Math.round)).toEqual([100, 150, 100]);
  });
  it('that is lost stands where it is and fades', () => {
    const lost = flightsIn('order@0 down@50 up@900', { relays: { mark: 'after-publish' } });
    const fading = lost.start.indexOf(60);
    const start = lost.from[fading] as number;
    const end = lost.to[fading] as number;
    const seen = [start + 0.001, (start + end) / 2, end].map((time) =>
      tokensIn(trafficAt(lost, across, time)).find(({ meaning }) => meaning === 'lost'),
    );
    expect(seen.map((token) => Math.round(token?.x ?? 0))).toEqual([560, 560, 560]);
    expect(seen.map((token) => token?.opacity.toFixed(2))).toEqual(['1.00', '0.75', '0.00']);
    expect(seen[0]?.label).toBe('1 lost');
  });
});

describe('words', () => {
  const wordsOf = (done: string, sketch?: Sketch<Scenario>) => {
    const flights = flightsIn(done, sketch);
    return Array.from(flights.from, (from, place) =>
      tokensIn(trafficAt(flights, across, from)).find(({ flight }) => flight === place),
    ).map((token) => token?.label);
  };
  it('name the row, the message, and what answers it', () => {
    expect(wordsOf('order@0')).toEqual(['row 1', 'row 1', '1', 'confirm 1', '1', 'mark 1', '1', 'ack 1']);
  });
  it('say that it comes again, is refused, or rolled back', () => {
    expect(wordsOf('order@0 crash@0')).toContain('1 again');
    expect(wordsOf('order@0 down@50 up@900')).toContain('1 refused');
    expect(wordsOf('rollback@0')).toEqual(['row 1 rolled back']);
  });
  it('are left out where there are too many', () => {
    const labels = (count: number) =>
      tokensIn(trafficAt(publishes(count, 0), across, 50)).filter(({ label }) => label !== '').length;
    expect([labels(MOST_LABELS), labels(MOST_LABELS + 1)]).toEqual([MOST_LABELS, 0]);
  });
});

describe('many tokens', () => {
  it('lie apart: no two of ten that left together share a place', () => {
    const ys = tokensIn(trafficAt(publishes(10, 0), across, 50)).map(({ y }) => y);
    const gaps = ys.toSorted((one, other) => one - other).map((y, place, all) => y - (all[place - 1] ?? -1));
    expect(Math.min(...gaps)).toBeGreaterThan(1.5);
  });
  it('become flows above the threshold', () => {
    expect(trafficAt(publishes(MOST_TOKENS, 0), across, 50).as).toBe('tokens');
    const traffic = trafficAt(publishes(MOST_TOKENS + 1, 0), across, 50);
    expect(traffic).toMatchObject({ as: 'flows', count: MOST_TOKENS + 1 });
  });
});

describe('a flow', () => {
  it('says how many a second leave, from lane to lane', () => {
    const traffic = trafficAt(publishes(50_000, 0.01), across, 499.999);
    if (traffic.as === 'tokens') throw new Error('There are few enough for tokens.');
    expect(traffic.flows).toEqual([
      {
        way: 'publish',
        meaning: 'flight',
        fromX: 500,
        fromY: 50,
        toX: 600,
        toY: 50,
        rate: expect.closeTo(100_000, -1),
      },
    ]);
    expect(traffic.count).toBeGreaterThan(9_500);
    expect(traffic.count).toBeLessThan(10_500);
  });
  it('counts as if each flight were looked at', () => {
    const flights = flightsOf(
      run(scenarioOf({ workload: { orders: 2000, everyMs: 5 }, relays: { batch: 50 } })),
    );
    for (const [from, to] of [
      [0, 0],
      [0, flights.length],
      [17, 4099],
      [4096, 8192],
    ] as const) {
      const counted = new Map<number, number>();
      for (let place = from; place < to; place += 1) {
        const kind = (flights.way[place] as number) * 6 + (flights.meaning[place] as number);
        counted.set(kind, (counted.get(kind) ?? 0) + 1);
      }
      const found = [...departures(flights, from, to).entries()].filter(([, count]) => count > 0);
      expect(found).toEqual([...counted].sort(([one], [other]) => one - other));
    }
  });
});

describe('a run that goes by too fast to be seen', () => {
  // One every hundredth of a millisecond, and gone after a tenth of one: ten at a time.
  const fast: Flights = (() => {
    const flights = publishes(8000, 0.01);
    return { ...flights, to: flights.from.map((from) => from + 0.1), longest: 0.1 };
  })();

  it('has tokens while it stands still', () => {
    expect(tokensIn(trafficAt(fast, across, 40)).length).toBeLessThan(20);
  });

  it('flows while it plays, at its rate in the time of the run', () => {
    const traffic = trafficAt(fast, across, 40, 10);
    if (traffic.as === 'tokens') throw new Error('It does not flow.');
    expect(traffic.flows.map(({ way, rate }) => [way, Math.round(rate / 1000)])).toEqual([['publish', 100]]);
    expect(traffic.count).toBeLessThan(20);
  });

  it('has tokens where it plays so slowly that they can be told apart', () => {
    expect(trafficAt(fast, across, 40, 1).as).toBe('tokens');
  });
});
