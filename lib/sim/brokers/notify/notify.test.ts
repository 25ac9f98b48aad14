import { describe, expect, it } from 'vitest';
import { explore } from '../../explore/explore';
import type { Scenario } from '../../scenario/scenario';
import { type Sketch, scenarioOf } from '../../scenario/scenario-fixture';
import { run, stepAt } from '../../trace';
import { linesOf, storyOf } from '../story-fixture';

const broker = { kind: 'notify' } as const;
const NOTHING_GOES_WRONG = { crashes: 0, redeliveries: 0 };

/** Nobody is done with anything before all of it is there. */
const SLOW = { do: 'slow-consumer', from: 0, to: 60_000, factor: 100 } as const;

const judge = (sketch: Sketch<Scenario>) => {
  const { verdict, invariant } = explore(scenarioOf({ broker, ...sketch }));
  return invariant === null ? verdict : `${verdict} ${invariant}`;
};

describe('who hears a notification', () => {
  it('[N1] everyone who listens at that moment; who is away never does', () => {
    const faults = [{ do: 'crash-consumer', at: { ms: 700 }, consumer: 'shipping' }] as const;
    const consumers = [{ name: 'shipping' }, { name: 'billing' }];
    const kinds = ['consumer-crashed', 'consumer-restarted', 'missed', 'applied'] as const;
    expect(storyOf({ broker, workload: { orders: 2, everyMs: 600 }, consumers, faults }, ...kinds)).toEqual([
      'shipping: consumer-crashed',
      'shipping: missed 1',
      'billing: applied 1',
      'shipping: consumer-restarted',
      'billing: applied 2',
      'shipping: applied 2',
    ]);
  });

  it('[N1] nobody at all: it is sent, confirmed and gone', () => {
    const faults = [{ do: 'crash-consumer', at: { ms: 150 } }] as const;
    const kinds = ['missed', 'dropped', 'confirmed', 'marked', 'applied'] as const;
    expect(storyOf({ broker, workload: { orders: 1 }, faults }, ...kinds)).toEqual([
      'shipping: missed 1',
      'broker: dropped 1',
      'relay: confirmed 1',
      'relay: marked 1',
    ]);
  });

  it('[N2] every member of a group: two of them make two effects, unless ids are recorded with them', () => {
    const two = { workload: { orders: 1 }, budgets: NOTHING_GOES_WRONG };
    expect(judge({ ...two, consumers: [{ count: 2, dedup: 'none' }] })).toBe('broken I3');
    expect(judge({ ...two, consumers: [{ count: 2 }] })).toBe('holds');
  });
});

describe('what a connection holds', () => {
  it('[N3] is only in its memory: a crash loses all of it, and nothing comes back', () => {
    const faults = [SLOW, { do: 'crash-consumer', at: { step: 'published', occurrence: 3 } }] as const;
    const kinds = ['consumer-crashed', 'missed', 'redelivered', 'applied'] as const;
    expect(storyOf({ broker, workload: { orders: 3 }, faults }, ...kinds)).toEqual([
      'shipping: missed 1',
      'shipping: missed 2',
      'shipping: missed 3',
      'shipping: consumer-crashed 1',
    ]);
  });

  it('[N3] one connection that is lost at the wrong moment loses an event, in seven actions', () => {
    const { invariant, depth, trace } = explore(scenarioOf({ broker, workload: { orders: 1 } }));
    expect([invariant, depth]).toEqual(['I2', 7]);
    expect(trace && linesOf(trace)).toEqual([
      'orders: committed 1',
      'relay: polled 1',
      'broker: published 1',
      'relay: confirmed 1',
      'relay: marked 1',
      'shipping: delivered 1',
      'shipping: missed 1',
      'shipping: consumer-crashed 1',
    ]);
  });

  it('[N3] nothing is lost while no connection is', () => {
    expect(judge({ budgets: { crashes: 2, redeliveries: 0 } })).toBe('holds');
  });

  it('[N4] there is no ack: what was handled is settled with its effect, and never comes again', () => {
    const scenario = { broker, workload: { orders: 1 }, consumers: [{ dedup: 'none' }] } as const;
    expect(storyOf(scenario, 'applied', 'acked')).toEqual(['shipping: applied 1']);
    const faults = [{ do: 'crash-consumer', at: { step: 'applied' } }] as const;
    expect(storyOf({ ...scenario, faults }, 'applied', 'redelivered')).toEqual(['shipping: applied 1']);
  });

  it('[N5] is lost in a restart or an outage of the database, durable or not', () => {
    const faults = [SLOW, { do: 'broker-restart', at: { step: 'published', occurrence: 2 } }] as const;
    const kinds = ['missed', 'broker-restarted', 'published', 'applied'] as const;
    expect(storyOf({ broker, workload: { orders: 2 }, faults }, ...kinds)).toEqual([
      'broker: published 1',
      'broker: published 2',
      'shipping: missed 1',
      'shipping: missed 2',
      'broker: broker-restarted',
      // Its commit was not confirmed, so the relay sends this one again.
      'broker: published 2',
      'shipping: applied 2',
    ]);
  });
});

describe('what is sent', () => {
  it.each([
    [7999, ['relay: confirmed 1']],
    [8000, ['broker: returned 1', 'relay: gave-up 1']],
  ])('[N6] a payload of %i bytes', (payloadBytes, expected) => {
    const scenario = { broker, workload: { orders: 1, payloadBytes }, relays: { retry: { max: 1 } } };
    expect(storyOf(scenario, 'confirmed', 'returned', 'gave-up')).toEqual(expected);
  });

  it('[N7] arrives in the order in which it was sent', () => {
    const scenario = { workload: { orders: 3, aggregates: 1 }, budgets: NOTHING_GOES_WRONG };
    expect(judge(scenario)).toBe('holds');
  });

  it('[N8] is sent again by a relay that crashed before its mark: nobody but the consumer can tell', () => {
    const scenario = { workload: { orders: 1 }, budgets: { crashes: 1, redeliveries: 0 } };
    expect(judge({ ...scenario, consumers: [{ dedup: 'none' }] })).toBe('broken I3');
    expect(judge(scenario)).toBe('holds');
  });
});

describe('[N9] NOTIFY as a wake-up for the relay', () => {
  const kinds = ['committed', 'polled', 'crashed', 'restarted'] as const;
  const workload = { orders: 1 };

  it('is heard long before the next beat', () => {
    expect(storyOf({ publication: 'notify', workload, relays: { pollMs: 60_000 } }, ...kinds)).toEqual([
      'orders: committed 1',
      'relay: polled 1',
    ]);
  });

  it.each([
    ['misses it', { ms: 110 }],
    ['forgets it', { step: 'committed' }],
  ])('a relay that is down %s, and a later beat finds the row all the same', (_, moment) => {
    const faults = [{ do: 'crash-relay', at: moment }] as const;
    const trace = run(scenarioOf({ publication: 'notify', workload, relays: { pollMs: 2000 }, faults }));
    expect(linesOf(trace, kinds).slice(-2)).toEqual(['relay: restarted', 'relay: polled 1']);
    expect(stepAt(trace, linesOf(trace).indexOf('relay: polled 1')).at).toBe(2000);
  });

  it('loses nothing in any order of things', () => {
    const { verdict } = explore(scenarioOf({ publication: 'notify', workload: { orders: 2 } }));
    expect(verdict).toBe('holds');
  });
});
