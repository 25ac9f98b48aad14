import { describe, expect, it } from 'vitest';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { type Sketch, scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { commands } from '@/lib/sim/tell/notation';
import { run, worldAt } from '@/lib/sim/trace';
import { doingsOf, switchesOf } from './deeds';
import { standingOf } from './standing-world';
import { deedWords } from './timeline/deed-words';
import { sensibleDeeds } from './timeline/menu-deeds';

/** The world of a scenario at a time, after what was done to it. */
function standing(sketch: Sketch<Scenario>, text = '', at = 0) {
  const scenario = scenarioOf({ workload: { orders: 0 }, ...sketch });
  return { scenario, world: standingOf(worldAt(run(scenario, commands(text)), at)) };
}

/** Every deed that makes sense, in the words of the menu. */
function offered(sketch: Sketch<Scenario>, text = '', at = 0): readonly string[] {
  const { scenario, world } = standing(sketch, text, at);
  return sensibleDeeds(scenario, world).flatMap(({ deeds }) =>
    deeds.map((deed) => deedWords(deed, scenario).todo),
  );
}

const toolbar = (sketch: Sketch<Scenario>, text = '', at = 0): readonly string[] => {
  const { scenario, world } = standing(sketch, text, at);
  return doingsOf(scenario, world).map(({ words, not }) => (not === null ? words : `${words} (${not})`));
};

describe('the menu', () => {
  it('has what can be done to an outbox with one relay, one broker and one consumer', () => {
    expect(offered({})).toEqual([
      'Place order',
      'Place order and roll back',
      'Crash the relay now',
      'Crash the relay after its next publish',
      'Broker down',
      'Restart the broker',
      'Crash shipping',
      'Redeliver to shipping: its ack is lost',
      'Slow shipping down 10 times',
      'Dedup of shipping: off',
    ]);
  });

  it('names relays and consumers where there are several', () => {
    const words = offered({ relays: { count: 2 }, consumers: [{ name: 'shipping' }, { name: 'billing' }] });
    expect(words).toEqual(
      expect.arrayContaining([
        'Crash relay 1 now',
        'Crash relay 2 after its next publish',
        'Crash billing',
        'Dedup of billing: off',
      ]),
    );
  });

  it('turns about what has been done', () => {
    const words = offered({}, 'down@0 crash@0 dedup-off@0', 1);
    expect(words).toEqual(expect.arrayContaining(['Broker up', 'Dedup of shipping: on, with the effect']));
    expect(words).not.toContain('Broker down');
    expect(words).not.toContain('Crash the relay after its next publish');
  });

  it.each([
    [
      'replays where the broker keeps what was handled',
      { broker: { kind: 'kafka' } },
      'Replay everything to shipping',
    ],
    ['stops a connector', { publication: 'cdc' }, 'Stop the connector'],
    ['crashes a connector', { publication: 'cdc' }, 'Crash the connector now'],
    ['crashes the order service in a dual write', { publication: 'dual-write' }, 'Crash the order service'],
    ['holds a transaction before a fence', { relays: { cursor: 'xmin-fence' } }, 'Hold a transaction open'],
    [
      'skews a clock that leases are held against',
      { relays: { claim: 'lease', leaseClock: 'relay' } },
      'Set the clock of the relay 2 s ahead',
    ],
  ] as const)('%s, and nowhere else', (_, sketch, words) => {
    expect(offered(sketch)).toContain(words);
    expect(offered({})).not.toContain(words);
  });

  it('redrives dead letters once there are some', () => {
    const sketch = {
      workload: { orders: 1 },
      consumers: [{ name: 'shipping', poison: [1], maxAttempts: 1 }],
    };
    expect(offered(sketch)).not.toContain('Redrive the dead letters of shipping');
    expect(offered(sketch, '', 60_000)).toContain('Redrive the dead letters of shipping');
  });

  it('has a network and no broker where services are called', () => {
    const words = offered({ broker: { kind: 'http' } });
    expect(words).toEqual(expect.arrayContaining(['Network down', 'Restart the network']));
    expect(words.join()).not.toMatch(/[Bb]roker/);
  });

  it('has neither relay nor broker where the table is the queue', () => {
    const words = offered({ broker: { kind: 'outbox' } }).join();
    expect(words).not.toMatch(/relay|[Bb]roker|its ack/);
    expect(words).toContain('Crash shipping');
  });
});

describe('the toolbar', () => {
  it('is the lesson’s own, where there is one relay', () => {
    expect(toolbar({})).toEqual([
      'Place order',
      'Place order and roll back',
      'Crash the relay',
      'Broker down',
    ]);
    expect(toolbar({}, 'crash@0', 1)).toContain(
      'Crash the relay (It will crash once it has published a row.)',
    );
  });

  it('crashes whoever publishes', () => {
    expect(toolbar({ relays: { count: 3 } })).toContain('Crash a relay');
    expect(toolbar({ publication: 'dual-write' })).toContain(
      'Crash the order service (It can crash while it writes an order.)',
    );
    expect(toolbar({ publication: 'dual-write' }, 'order@0', 20)).toContain('Crash the order service');
    expect(toolbar({ broker: { kind: 'outbox' } })).toEqual([
      'Place order',
      'Place order and roll back',
      'Crash the consumer',
    ]);
  });

  it('has a switch for each consumer, and the key for the first', () => {
    const { world } = standing({ consumers: [{ name: 'shipping' }, { name: 'billing', dedup: 'none' }] });
    expect(switchesOf(world).map(({ words, on, action }) => [words, on, action])).toEqual([
      ['Shipping dedup', true, 'dedup'],
      ['Billing dedup', false, null],
    ]);
  });
});
