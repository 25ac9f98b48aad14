import { describe, expect, it } from 'vitest';
import { copiesBy } from '@/lib/sim/look/copies';
import type { Command } from '@/lib/sim/scenario/scenario';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { lifeOf } from '@/lib/sim/tell/life';
import { run, stepAt, type Trace } from '@/lib/sim/trace';
import { copiesAfter, placesFor } from './event-copies';
import { fateWords } from './fate-words';
import { eventOfRow, identityOf } from './identity';
import { rowStateAfter } from './row-state';

type Sketch = Parameters<typeof scenarioOf>[0];

const traceOf = (sketch: Sketch, commands: readonly Command[] = []) =>
  run(scenarioOf({ workload: { orders: 0 }, ...sketch }), commands);

const placed: Command = { at: 0, do: 'place-order' };

/** The fate of an event once so many steps of its life have happened; all, if nothing else is said. */
function fate(trace: Trace, event = 1, count = Number.POSITIVE_INFINITY): string {
  const life = lifeOf(trace, event).slice(0, count);
  const end = count < lifeOf(trace, event).length ? (life.at(-1) ?? -1) : trace.length;
  const places = placesFor(trace, life).filter((place) => place <= end);
  const steps = life.map((place) => stepAt(trace, place));
  return fateWords(copiesAfter(trace, event, places), steps, trace.scenario);
}

describe('what became of an event', () => {
  it('follows it from before its row to its effect', () => {
    const trace = traceOf({}, [placed]);
    const told = lifeOf(trace, 1).map((_, steps) => fate(trace, 1, steps));
    expect([...new Set([...told, fate(trace)])]).toEqual([
      'It is still to come.',
      'Its transaction is still open, so nobody else can see it.',
      'It is committed, and the broker has taken no copy of it yet.',
      'The broker took 1 copy of it. Shipping: 1 copy on the way.',
      'The broker took 1 copy of it. Shipping: delivered.',
    ]);
  });

  it.each<[string, Sketch, readonly Command[], string]>([
    [
      'a duplicate that was known',
      {},
      [placed, { at: 0, do: 'arm-crash' }],
      'The broker took 2 copies of it. Shipping: delivered, 1 duplicate skipped.',
    ],
    [
      'a duplicate that was not',
      { consumers: [{ name: 'shipping', dedup: 'none' }] },
      [placed, { at: 0, do: 'arm-crash' }],
      'The broker took 2 copies of it. Shipping: delivered, doubled by 1 further effect.',
    ],
    [
      'a dead letter',
      { consumers: [{ name: 'shipping', poison: [1], maxAttempts: 2 }, { name: 'billing' }] },
      [placed],
      'The broker took 1 copy of it. Shipping: dead-lettered. Billing: delivered.',
    ],
    [
      'a transaction that rolled back',
      {},
      [{ at: 0, do: 'place-and-roll-back' }],
      'Its transaction rolled back: there never was such an event.',
    ],
    [
      'a broker that is down',
      {},
      [placed, { at: 0, do: 'broker-down' }],
      'It is committed, and the broker has taken no copy of it yet.',
    ],
    [
      'a notification that nobody heard',
      { broker: { kind: 'notify' } },
      [placed, { at: 0, do: 'crash-consumer' }],
      'It was sent and reached nobody: it is lost.',
    ],
    [
      'a table that is the queue',
      { broker: { kind: 'outbox' } },
      [placed],
      'Consumers read it from the table itself. Shipping: delivered.',
    ],
    [
      'a consumer that wants another kind of event',
      { consumers: [{ name: 'shipping' }, { name: 'billing', bindings: ['order.paid'] }] },
      [placed],
      'The broker took 1 copy of it. Shipping: delivered. Billing does not want it.',
    ],
  ])('tells of %s', (_, sketch, commands, expected) => {
    expect(fate(traceOf(sketch, commands))).toBe(expected);
  });

  it('agrees with the copies of the whole run', () => {
    const trace = traceOf({ workload: { orders: 12, everyMs: 20 } }, [
      { at: 100, do: 'arm-crash' },
      { at: 400, do: 'crash-consumer' },
      { at: 900, do: 'broker-restart' },
      { at: 1400, do: 'redeliver' },
    ]);
    const all = copiesBy(trace, trace.length);
    for (let event = 1; event <= 12; event += 1) {
      const followed = copiesAfter(trace, event, placesFor(trace, lifeOf(trace, event)));
      expect(followed.map(({ outcomes, handlings }) => ({ outcomes, handlings }))).toEqual(
        all
          .filter((copy) => copy.event === event)
          .map(({ outcomes, handlings }) => ({ outcomes, handlings })),
      );
    }
  });
});

describe('a row', () => {
  it('knows its event, and the event its row, where their numbers part', () => {
    const trace = traceOf({ workload: { orders: 7, everyMs: 1, overlap: true } });
    const events = [1, 2, 3, 4, 5, 6, 7];
    const rows = events.map((event) => identityOf(trace, event, lifeOf(trace, event)).row);
    expect(rows.toSorted()).toEqual(events);
    expect(rows.map((row) => eventOfRow(trace, row ?? 0))).toEqual(events);
    expect(eventOfRow(trace, 8)).toBeNull();
  });

  it.each<[string, readonly Command[], string]>([
    ['dispatched', [placed], 'dispatched'],
    ['pending', [placed, { at: 0, do: 'broker-down' }], 'pending'],
    ['rolled back', [{ at: 0, do: 'place-and-roll-back' }], 'rolled-back'],
  ])('is %s in the end', (_, commands, expected) => {
    const trace = traceOf({}, commands);
    expect(rowStateAfter(lifeOf(trace, 1).map((place) => stepAt(trace, place)))).toBe(expected);
  });
});

describe('an event', () => {
  it('has the ids that its row was written with', () => {
    const trace = traceOf({ workload: { orders: 2, everyMs: 1, aggregates: 1 } });
    const { id, aggregate, version, type, order, payload } = identityOf(trace, 2, lifeOf(trace, 2));
    expect({ version, type, order }).toEqual({ version: 2, type: 'OrderPaid', order: 1 });
    expect(JSON.parse(payload)).toEqual({ id, type: 'OrderPaid', data: { orderId: aggregate, version: 2 } });
  });

  it('has no version where its transaction rolls back', () => {
    const trace = traceOf({}, [{ at: 0, do: 'place-and-roll-back' }]);
    expect(identityOf(trace, 1, lifeOf(trace, 1)).version).toBeNull();
  });
});
