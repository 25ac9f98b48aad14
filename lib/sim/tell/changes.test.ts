import { describe, expect, it } from 'vitest';
import type { Scenario } from '../scenario/scenario';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import type { Step } from '../step';
import { run, stepsOf } from '../trace';
import { changesOf } from './changes';

/** `orders_outbox 1 {"state":"pending"}`, a line a change. */
const lines = (step: Step, scenario: Scenario): readonly string[] =>
  changesOf(step, scenario).map(({ what, id, set }) => `${what} ${id} ${JSON.stringify(set)}`);

const ledger = (sketch: Sketch<Scenario>): readonly string[] => {
  const scenario = scenarioOf(sketch);
  return stepsOf(run(scenario)).flatMap((step) => [`${step.kind}:`, ...lines(step, scenario)]);
};

const step = (part: Partial<Step> & Pick<Step, 'kind'>): Step => ({
  at: 0,
  actor: 'shipping',
  event: 3,
  row: 4,
  value: 0,
  events: [],
  rows: [],
  dedup: null,
  ...part,
});

describe('what a step changed', () => {
  it('is each thing by its name, with what is true of it now', () => {
    expect(ledger({ workload: { orders: 1 } })).toEqual([
      'inserted:',
      'orders 1 {"state":"open","version":1}',
      'orders_outbox 1 {"state":"open"}',
      'committed:',
      'orders 1 {"state":"committed","version":1}',
      'orders_outbox 1 {"state":"pending"}',
      'polled:',
      'relay relay {"batch":[1]}',
      'published:',
      'message 1 {"copies":1}',
      'delivered:',
      'delivery shipping/1 {"state":"delivered","to":"shipping"}',
      'confirmed:',
      'applied:',
      'inbox shipping/1 {"recorded":true}',
      'effects shipping/1 {"count":1}',
      'marked:',
      expect.stringMatching(
        /^orders_outbox 1 {"state":"dispatched","dispatched_at":"2026-01-05 09:41:00\.\d{6}\+00"}$/,
      ),
      'acked:',
      'delivery shipping/1 {"state":"acked"}',
    ]);
  });

  it('is every row of a batch', () => {
    const scenario = scenarioOf({ relays: { claim: 'lease' } });
    const polled = step({ kind: 'polled', actor: 'relay 1', value: 2, events: [1, 2], rows: [2, 1] });
    expect(lines(polled, scenario)).toEqual([
      'relay relay 1 {"batch":[2,1]}',
      'orders_outbox 2 {"held_by":"relay 1"}',
      'orders_outbox 1 {"held_by":"relay 1"}',
    ]);
    const marked = step({ kind: 'marked', actor: 'relay 1', value: 2, events: [1, 2], rows: [2, 1] });
    expect(changesOf(marked, scenario).map(({ id }) => id)).toEqual([2, 1]);
  });

  it.each([
    [
      'a dual write has no row',
      step({ kind: 'committed', value: 2 }),
      { publication: 'dual-write' },
      ['orders 1 {"state":"committed","version":2}'],
    ],
    ['what was committed before a crash stays', step({ kind: 'service-crashed', value: 1 }), {}, []],
    [
      'a crash rolls back what was open',
      step({ kind: 'service-crashed' }),
      {},
      ['orders 1 {"state":"rolled-back"}', 'orders_outbox 4 {"state":"rolled-back"}'],
    ],
    [
      'a cursor',
      step({ kind: 'saved', actor: 'relay', value: 7 }),
      { relays: { cursor: 'xmin-fence' } },
      ['cursor transaction {"after":7}'],
    ],
    [
      'a place in the log',
      step({ kind: 'saved', actor: 'connector', value: 2 }),
      { publication: 'cdc' },
      ['cursor log {"after":2}'],
    ],
    [
      'an effect without its id',
      step({ kind: 'applied', value: 2, dedup: 'none' }),
      {},
      ['effects shipping/3 {"count":2}'],
    ],
    [
      'a group, whichever of its members acts',
      step({ kind: 'dead-lettered', actor: 'shipping 2', value: 5 }),
      {
        consumers: [{ name: 'shipping', count: 2 }],
      },
      ['dead-letter-queue shipping/3 {"state":"dead","attempts":5}'],
    ],
    [
      'a member that crashed, and what it had',
      step({ kind: 'consumer-crashed' }),
      {},
      ['consumer shipping {"state":"crashed"}', 'delivery shipping/3 {"state":"unsettled"}'],
    ],
    [
      'how duplicates are told',
      step({ kind: 'dedup-set', value: 1, event: 0 }),
      {},
      ['consumer shipping {"dedup":"before"}'],
    ],
    ['nothing, where somebody only looked', step({ kind: 'skipped', value: 2 }), {}, []],
  ] as readonly (readonly [string, Step, Sketch<Scenario>, readonly string[]])[])(
    '%s',
    (_, one, sketch, expected) => {
      expect(lines(one, scenarioOf(sketch))).toEqual(expected);
    },
  );
});
