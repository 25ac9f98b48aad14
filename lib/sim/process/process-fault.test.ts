import { describe, expect, it } from 'vitest';
import { createExplorer, explore } from '../explore/explore';
import { scenarioOf } from '../scenario/scenario-fixture';
import { run } from '../trace';
import { ownProcesses } from './own-processes';
import type { Call, Process, Turn } from './process';
import { eventsIn, goodConsumer, goodRelay, processOf, type Round } from './process-fixture';

const scenario = scenarioOf({ workload: { orders: 2, aggregates: 2 } });
const PENDING: Call = { do: 'pending', limit: 10 };

/** What an exploration says of a process that it cannot go on with. */
const faultOf = (processes: { readonly relay?: Process; readonly consumer?: Process }) => {
  const { verdict, invariant, trace, fault } = explore(scenario, { processes: ownProcesses(processes) });
  expect({ verdict, invariant, trace }).toEqual({ verdict: 'sampled', invariant: null, trace: null });
  return fault;
};

const asking = (...calls: readonly unknown[]): Process => ({
  next: (history) => ({ calls: calls as readonly Call[], done: history.length === calls.length }),
});

const once = (turn: (events: readonly number[]) => unknown): Process =>
  processOf(function* () {
    const events = eventsIn(yield PENDING);
    yield turn(events) as Call;
  });

describe('[R194] a process that cannot be gone on with is a fault, and no verdict', () => {
  it.each<[string, Process, number | null, string]>([
    [
      'asks for what no relay can do',
      asking({ do: 'drop table' }),
      0,
      'Call 1 of the relay’s round: a relay can ask for pending, publish and mark, and not for "drop table".',
    ],
    [
      'asks for nothing at all',
      asking(null),
      0,
      'Call 1 of the relay’s round: a relay can ask for pending, publish and mark, and not for nothing.',
    ],
    [
      'asks for what consumers do',
      asking({ do: 'ack' }),
      0,
      'Call 1 of the relay’s round: a relay can ask for pending, publish and mark, and not for "ack".',
    ],
    [
      'asks for half a row',
      asking({ do: 'pending', limit: 0.5 }),
      0,
      'Call 1 of the relay’s round: the limit of pending is a whole number, 0 or more, and not 0.5.',
    ],
    [
      'publishes an event that does not exist',
      once(() => ({ do: 'publish', event: 7 })),
      1,
      'Call 2 of the relay’s round: publish names event 7, which no pending of this round has shown.',
    ],
    [
      'publishes a row that it has not looked for',
      asking({ do: 'publish', event: 1 }),
      0,
      'Call 1 of the relay’s round: publish names event 1, which no pending of this round has shown.',
    ],
    [
      'marks a row that it never saw',
      once((events) => ({ do: 'mark', events: [...events, 9] })),
      1,
      'Call 2 of the relay’s round: mark names event 9, which no pending of this round has shown.',
    ],
    [
      'marks something that is no list',
      once(() => ({ do: 'mark', events: 1 })),
      1,
      'Call 2 of the relay’s round: mark takes a list of events.',
    ],
    [
      'asks for 1,000 things at once',
      { next: () => ({ calls: Array<Call>(1000).fill(PENDING), done: false }) },
      500,
      'The relay asks for more than 500 things in one round. Does it ever end?',
    ],
    [
      'answers with something else',
      { next: () => 'later' as unknown as Turn },
      null,
      'The relay answered with something that is no turn.',
    ],
    [
      'throws',
      {
        next: () => {
          throw new Error('out of memory');
        },
      },
      null,
      'The relay cannot be asked: out of memory',
    ],
  ])('one that %s', (_, relay, call, words) => {
    expect(faultOf({ relay })).toMatchObject({ process: 'relay', call, words });
  });

  it('one whose round never ends', () => {
    const endless = processOf(function* () {
      for (;;) yield PENDING;
    });
    const { fault } = explore(scenarioOf({ workload: { orders: 1, aggregates: 1 } }), {
      processes: ownProcesses({ relay: endless }),
    });
    expect(fault?.words).toBe('The relay asks for more than 500 things in one round. Does it ever end?');
  });

  it('one that keeps something from round to round', () => {
    let rounds = 0;
    const counting: Process = {
      next: (history) => {
        rounds += 1;
        return { calls: [{ do: 'pending', limit: rounds }], done: history.length > 0 };
      },
    };
    expect(faultOf({ relay: counting })).toMatchObject({
      call: 0,
      words:
        'The relay asked for something else as call 1 when it had seen the same. ' +
        'What it does may depend on nothing but what it is told: no chance, no clock, nothing kept from other rounds.',
    });
  });

  it('one that has more histories than there is room for', () => {
    const { fault } = explore(scenario, {
      processes: ownProcesses({ relay: processOf(goodRelay), histories: 4 }),
    });
    expect(fault?.words).toBe(
      'The relay can see more than 4 different things happen in a round. Fewer events, or shorter rounds, would do.',
    );
  });

  it('a consumer is told what it can ask for, and where it stood', () => {
    const consumer: Process = {
      next: () => ({ calls: [{ do: 'publish', event: 1 }], done: false, line: 3 }),
    };
    expect(faultOf({ consumer })).toEqual({
      process: 'consumer',
      call: 0,
      history: [{ message: 1, redelivered: false }],
      line: 3,
      words:
        'Call 1 of the consumer’s round: a consumer can ask for begin, record, effect, commit, rollback and ack, and not for "publish".',
    });
  });

  it('wherever the exploration pauses, the fault is the same', () => {
    const relay = once(() => ({ do: 'publish', event: 7 }));
    const explorer = createExplorer(scenario, { processes: ownProcesses({ relay }) });
    let exploration = explorer.advance(1);
    while (exploration === null) exploration = explorer.advance(1);
    expect(exploration.fault).toEqual(faultOf({ relay }));
  });

  it('a run in time ends where the fault lies', () => {
    const relay = once(() => ({ do: 'publish', event: 7 }));
    const { fault, length, unfinished } = run(scenario, [], undefined, ownProcesses({ relay }));
    expect(fault?.words).toBe(
      'Call 2 of the relay’s round: publish names event 7, which no pending of this round has shown.',
    );
    expect({ isShort: length < 20, unfinished }).toEqual({ isShort: true, unfinished: false });
  });
});

describe('[R195] a relay that goes round in circles', () => {
  const rounds: { readonly [name: string]: Round } = {
    'never marks what it publishes': function* () {
      for (const event of eventsIn(yield PENDING)) yield { do: 'publish', event };
    },
    'marks only while it has seen one row': function* () {
      const events = eventsIn(yield PENDING);
      for (const event of events) if (!(yield { do: 'publish', event }).ok) return;
      if (events.length === 1) yield { do: 'mark', events };
    },
  };

  it.each(Object.entries(rounds))('%s: nothing is said of what is lost', (_, round) => {
    expect(faultOf({ relay: processOf(round) })?.words).toBe(
      'The relay goes round in circles: after every round there is something left to do, and it does the same again. ' +
        'Does it mark what it has published?',
    );
  });

  it('stops a run in time, unfinished', () => {
    const relay = processOf(rounds['never marks what it publishes'] as Round);
    const trace = run(scenario, [], undefined, ownProcesses({ relay }));
    expect(trace).toMatchObject({ length: expect.any(Number), unfinished: true });
    expect(trace.length).toBeLessThan(200_010);
  });
});

describe('[R196] what is odd and no fault has a meaning', () => {
  const verdictOf = (relay: Process) => explore(scenario, { processes: ownProcesses({ relay }) });

  it('rows that another relay took by now stay as they are', () => {
    const seen: (readonly number[])[] = [];
    const relay = processOf(function* () {
      const events = eventsIn(yield PENDING);
      for (const event of events) if (!(yield { do: 'publish', event }).ok) return;
      seen.push(eventsIn(yield { do: 'mark', events }));
    });
    const two = scenarioOf({
      workload: { orders: 1, aggregates: 1 },
      relays: { count: 2, claim: 'lease' },
      budgets: { crashes: 1, redeliveries: 0 },
    });
    expect(explore(two, { processes: ownProcesses({ relay }) }).verdict).toBe('holds');
    expect(seen).toContainEqual([]);
    expect(seen).toContainEqual([1]);
  });

  it('a relay that waits for nothing that will ever come stands still, and its rows are lost', () => {
    expect(verdictOf({ next: () => ({ calls: [], done: false }) })).toMatchObject({
      verdict: 'broken',
      invariant: 'I2',
    });
  });

  it('a second begin is a warning, a second ack is none, and a commit of nothing commits nothing', () => {
    const consumer = processOf(function* () {
      yield { do: 'commit' };
      yield { do: 'begin' };
      const reply = yield { do: 'record' };
      yield { do: 'begin' };
      if (reply.ok && reply.isNew === true) yield { do: 'effect' };
      yield { do: 'commit' };
      yield { do: 'ack' };
      yield { do: 'ack' };
    });
    const many = scenarioOf({ workload: { orders: 2, aggregates: 1 }, consumers: [{ prefetch: 2 }] });
    expect(explore(many, { processes: ownProcesses({ consumer }) })).toMatchObject({
      verdict: 'holds',
      invariant: null,
    });
  });

  it('queries of a consumer that nobody awaited come one after the other all the same', () => {
    const calls: readonly Call[] = [{ do: 'begin' }, { do: 'record' }, { do: 'effect' }, { do: 'commit' }];
    const consumer: Process = {
      next: (history) => {
        const told = history.find((seen) => 'call' in seen && seen.call === 1);
        const known = told !== undefined && 'call' in told && told.reply.ok && told.reply.isNew === false;
        if (known) return { calls: [...calls.slice(0, 2), { do: 'rollback' }, { do: 'ack' }], done: true };
        if (told === undefined) return { calls: calls.slice(0, 2), done: false };
        return history.length < 5 ? { calls, done: false } : { calls: [...calls, { do: 'ack' }], done: true };
      },
    };
    expect(explore(scenario, { processes: ownProcesses({ consumer }) }).verdict).toBe('holds');
  });

  it('the reference processes have no fault', () => {
    const { verdict, fault } = explore(scenario, {
      processes: ownProcesses({ relay: processOf(goodRelay), consumer: processOf(goodConsumer) }),
    });
    expect({ verdict, fault }).toEqual({ verdict: 'holds', fault: undefined });
  });
});
