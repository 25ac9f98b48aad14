import { expect, it, describe as suite } from 'vitest';
import type { Scenario } from '../scenario/scenario';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import { run, stepsOf } from '../trace';
import { describe } from './describe';
import { commands } from './notation';

/** The words of a whole run. */
const told = (sketch: Sketch<Scenario>, done = ''): readonly string[] => {
  const scenario = scenarioOf(sketch);
  return stepsOf(run(scenario, commands(done))).map((step) => describe(step, scenario).words);
};

suite('the words of a run', () => {
  it('tell a crash and its duplicate', () => {
    expect(told({ workload: { orders: 0 } }, 'order@0 crash@0')).toEqual([
      'The relay will crash once it has published a row, before it can mark it.',
      'The order service wrote order 1 and row 1 of the outbox, not committed yet.',
      'The transaction committed: order 1 and row 1 stand together.',
      'The relay polled and found row 1 pending.',
      'The broker took event 1.',
      'The broker handed event 1 to Shipping.',
      'The relay crashed before it could mark row 1.',
      'Shipping received event 1, recorded its id and booked the parcel, in one transaction.',
      'Shipping acknowledged event 1, and the broker let go of it.',
      'The relay restarted.',
      'The relay polled and found row 1 pending.',
      'The broker took event 1 again: a duplicate.',
      'The broker handed copy 2 of event 1 to Shipping.',
      'The broker’s confirm for event 1 reached the relay.',
      'The relay set `dispatched_at` on row 1.',
      'Shipping received event 1 again, knew its id and skipped it.',
      'Shipping acknowledged event 1, and the broker let go of it.',
    ]);
  });

  it('count as copies only what the broker took, so that an outage makes no duplicate', () => {
    const words = told({ workload: { orders: 0 } }, 'order@0 down@50 up@1500');
    expect(words).toContain('The broker could not be reached with event 1. Row 1 stays pending.');
    expect(words.filter((sentence) => sentence.startsWith('The broker took'))).toEqual([
      'The broker took event 1.',
    ]);
  });

  it('follow what somebody changed on the way', () => {
    expect(told({ workload: { orders: 0 } }, 'dedup-off@0 order@0 crash@0 dedup-on@9000 order@9000')).toEqual(
      expect.arrayContaining([
        'Shipping no longer looks at event ids.',
        'Shipping received event 1 and booked the parcel, without recording its id.',
        'Shipping received event 1 again and booked another parcel: 2 effects of one event.',
        'Shipping records each event’s id with its effect from now on.',
        'Shipping received event 2, recorded its id and booked the parcel, in one transaction.',
      ]),
    );
  });

  it('tell a row from its event where transactions write in another order than they begin', () => {
    const overlap = { orders: 3, aggregates: 1, everyMs: 1, overlap: true } as const;
    const words = [1, 2, 3, 4, 5, 6].flatMap((seed) => told({ seed, workload: overlap }));
    expect(words).toEqual(
      expect.arrayContaining([
        'The order service wrote order 1 (version 1) and row 1 (event 2) of the outbox, not committed yet.',
        'The order service changed order 1 (`OrderPaid`, version 2) and wrote row 2 (event 1) of the outbox, not committed yet.',
      ]),
    );
  });

  it('name the rows of a batch', () => {
    expect(told({ workload: { orders: 3, everyMs: 1 }, relays: { claim: 'skip-locked' } })).toEqual(
      expect.arrayContaining([
        'The relay polled and found rows 1, 2 and 3 pending, and locked them.',
        'The relay set `dispatched_at` on rows 1, 2 and 3, in one transaction.',
      ]),
    );
  });
});
