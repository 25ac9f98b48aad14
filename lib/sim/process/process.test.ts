import { describe, expect, it } from 'vitest';
import { explore } from '../explore/explore';
import type { Scenario } from '../scenario/scenario';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import { historiesOf } from './histories';
import { ownProcesses } from './own-processes';
import type { Call, Process, Turn } from './process';
import { eventsIn, goodConsumer, goodRelay, processOf, type Round, repliesOf } from './process-fixture';

const PENDING: Call = { do: 'pending', limit: 10 };

/** Relays as learners write them. */
const relays = {
  'publishes, awaits the confirm, then marks': goodRelay,
  'marks the whole batch at its end': function* () {
    const events = eventsIn(yield PENDING);
    for (const event of events) {
      const reply = yield { do: 'publish', event };
      if (!reply.ok) return;
    }
    yield { do: 'mark', events };
  },
  'marks before it publishes': function* () {
    for (const event of eventsIn(yield PENDING)) {
      yield { do: 'mark', events: [event] };
      yield { do: 'publish', event };
    }
  },
  'catches the error and marks anyway': function* () {
    for (const event of eventsIn(yield PENDING)) {
      yield { do: 'publish', event };
      yield { do: 'mark', events: [event] };
    }
  },
  'publishes under a new id': function* () {
    for (const event of eventsIn(yield PENDING)) {
      const reply = yield { do: 'publish', event, freshId: true };
      if (reply.ok) yield { do: 'mark', events: [event] };
    }
  },
  'looks and does nothing': function* () {
    yield PENDING;
  },
} satisfies Record<string, Round>;

/** `broker.publish(event)` without `await`: the mark may overtake it. */
const withoutAwait: Process = {
  next(history) {
    const rows = repliesOf(history).get(0);
    if (rows === undefined) return { calls: [PENDING], done: false };
    const sent = eventsIn(rows).flatMap((event): readonly Call[] => [
      { do: 'publish', event },
      { do: 'mark', events: [event] },
    ]);
    return { calls: [PENDING, ...sent], done: true };
  },
};

/** `await Promise.all(rows.map(publish))`, then one mark for all. */
const allAtOnce: Process = {
  next(history): Turn {
    const replies = repliesOf(history);
    const rows = replies.get(0);
    if (rows === undefined) return { calls: [PENDING], done: false };
    const events = eventsIn(rows);
    const calls = [PENDING, ...events.map((event): Call => ({ do: 'publish', event }))];
    if (replies.size < calls.length) return { calls, done: false };
    if (events.some((_, index) => replies.get(index + 1)?.ok === false)) return { calls, done: true };
    return { calls: [...calls, { do: 'mark', events }], done: true };
  },
};

/** Consumers as learners write them. */
const consumers = {
  'id and effect in one transaction, then the ack': goodConsumer,
  'no dedup': function* () {
    yield { do: 'effect' };
    yield { do: 'ack' };
  },
  'the id before the effect': function* () {
    const reply = yield { do: 'record' };
    if (reply.ok && reply.isNew === true) yield { do: 'effect' };
    yield { do: 'ack' };
  },
  'the id after the effect': function* () {
    yield { do: 'effect' };
    yield { do: 'record' };
    yield { do: 'ack' };
  },
  'the ack first': function* () {
    yield { do: 'ack' };
    yield { do: 'begin' };
    const reply = yield { do: 'record' };
    if (reply.ok && reply.isNew === true) yield { do: 'effect' };
    yield { do: 'commit' };
  },
  'an id of its own making': function* () {
    yield { do: 'begin' };
    const reply = yield { do: 'record', freshId: true };
    if (reply.ok && reply.isNew === true) yield { do: 'effect' };
    yield { do: 'commit' };
    yield { do: 'ack' };
  },
} satisfies Record<string, Round>;

const verdictOf = (processes: { readonly relay?: Process; readonly consumer?: Process }, orders = 2) => {
  const scenario = scenarioOf({ workload: { orders, aggregates: 1 } });
  const { verdict, invariant, depth } = explore(scenario, { processes: ownProcesses(processes) });
  return verdict === 'holds' ? verdict : `${invariant} after ${depth}`;
};

describe('[R190] [I5] a learner’s relay is explored under every schedule', () => {
  it.each<[keyof typeof relays, string]>([
    ['publishes, awaits the confirm, then marks', 'holds'],
    ['marks the whole batch at its end', 'holds'],
    ['marks before it publishes', 'I2 after 7'],
    ['catches the error and marks anyway', 'I2 after 7'],
    ['publishes under a new id', 'I5 after 3'],
    ['looks and does nothing', 'I2 after 3'],
  ])('one that %s: %s', (name, verdict) => {
    expect(verdictOf({ relay: processOf(relays[name]) })).toBe(verdict);
  });

  it('one that does not await the confirm loses an event: the mark overtakes the message', () => {
    expect(verdictOf({ relay: withoutAwait })).toBe('I2 after 6');
  });

  it('one that publishes all at once reorders a key', () => {
    expect(verdictOf({ relay: allAtOnce })).toBe('I4 after 6');
  });
});

describe('[R191] a learner’s consumer is explored under every schedule', () => {
  it.each<[keyof typeof consumers, string]>([
    ['id and effect in one transaction, then the ack', 'holds'],
    ['no dedup', 'I3 after 8'],
    ['the id before the effect', 'I2 after 11'],
    ['the id after the effect', 'I3 after 8'],
    ['the ack first', 'I2 after 8'],
    ['an id of its own making', 'I3 after 8'],
  ])('%s: %s', (name, verdict) => {
    expect(verdictOf({ consumer: processOf(consumers[name]) }, 1)).toBe(verdict);
  });
});

describe('[R192] each history is asked for once', () => {
  it('however many worlds it comes up in', () => {
    const asked: string[] = [];
    const process = processOf(relays['publishes, awaits the confirm, then marks']);
    const counted: Process = {
      next: (history) => {
        asked.push(JSON.stringify(history));
        return process.next(history);
      },
    };
    expect(verdictOf({ relay: counted })).toBe('holds');
    expect(asked).toHaveLength(new Set(asked).size);
  });

  it('what touches nothing outside of the process is answered at once', () => {
    const histories = historiesOf(
      'consumer',
      processOf(consumers['id and effect in one transaction, then the ack']),
    );
    const { history, open } = histories.round(histories.receive(1, false));
    expect(history).toEqual([
      { message: 1, redelivered: false },
      { call: 0, reply: { ok: true } },
    ]);
    expect(open).toEqual([1]);
  });
});

describe('[R199] a learner’s relay goes by marks', () => {
  it.each<Sketch<Scenario>>([{ relays: { cursor: 'last-id' } }, { publication: 'cdc' }])(
    'whatever the scenario has: %o',
    (sketch) => {
      const scenario = scenarioOf({ workload: { orders: 2, aggregates: 1 }, ...sketch });
      const { verdict, states } = explore(scenario, {
        processes: ownProcesses({ relay: processOf(goodRelay) }),
      });
      const plain = explore(scenarioOf({ workload: { orders: 2, aggregates: 1 } }), {
        processes: ownProcesses({ relay: processOf(goodRelay) }),
      });
      expect({ verdict, states }).toEqual({ verdict: 'holds', states: plain.states });
    },
  );
});

describe('[R190] what nobody outside has a part in is no action of its own', () => {
  it('for a member that is alone, its transaction and the ack are two; one of several looks first', () => {
    const handlings = (count: number) => {
      const consumers = [{ count }];
      const budgets = { crashes: 0, redeliveries: 0 };
      const scenario = scenarioOf({ workload: { orders: 1, aggregates: 1 }, consumers, budgets });
      return explore(scenario, { processes: ownProcesses({ consumer: processOf(goodConsumer) }) }).depth;
    };
    expect(handlings(2) - handlings(1)).toBe(1);
  });
});

describe('[R193] a process that ends with an error', () => {
  const failing: Process = { next: () => ({ calls: [], done: true, error: 'It cannot.' }) };

  it.each(['halt', 'skip'] as const)('leaves a dead letter that is acknowledged: %s', (onPoison) => {
    const scenario = scenarioOf({
      workload: { orders: 2, aggregates: 1 },
      consumers: [{ maxAttempts: 2, onPoison }],
      budgets: { crashes: 0, redeliveries: 0 },
    });
    const { verdict, rests } = explore(scenario, { processes: ownProcesses({ consumer: failing }) });
    expect({ verdict, rests }).toEqual({ verdict: 'holds', rests: 1 });
  });
});
