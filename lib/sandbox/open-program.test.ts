import { afterEach, describe, expect, it } from 'vitest';
import { explore } from '@/lib/sim/explore/explore';
import { ownProcesses } from '@/lib/sim/process/own-processes';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import {
  answered,
  closeAll,
  DONE,
  delivered,
  programOf,
  REFUSED,
  rows,
  stopOf,
  turnOf,
} from './sandbox-fixture';

afterEach(closeAll);

const relay = `interface Row { readonly id: number }

export default async function relay({ outbox, broker }: {
  outbox: any; broker: any }) {
  for (const row of (await outbox.pending(10)) as readonly Row[]) {
    await broker.publish(row);
    await outbox.mark(row.id);
  }
}`;

const consumer = `export default async function consume(message, { db, inbox, broker }) {
  await db.transaction(async () => {
    if (await inbox.record(message.id)) await db.apply(message);
  });
  await broker.ack(message);
}`;

/** A relay of these lines. */
const relayOf = (...lines: readonly string[]): string =>
  `export default async function relay({ outbox, broker, clock }) {\n${lines.join('\n')}\n}`;

describe('a program stands where its answers have brought it', () => {
  it.each([
    ['at its first call', [], { done: false, line: 5, lines: [5] }],
    [
      'after a few answers',
      [
        [0, rows(1, 3)],
        [1, DONE],
      ],
      { done: false, line: 7, lines: [5, 6, 7] },
    ],
    [
      'in the next turn of a loop',
      [
        [0, rows(1, 3)],
        [1, DONE],
        [2, rows(1)],
      ],
      { done: false, line: 6, lines: [5, 6, 7, 6] },
    ],
    ['at its end', [[0, rows()]], { done: true, line: 5, lines: [5] }],
  ] as const)('%s, at the line of the learner’s own text', async (_, history, turn) => {
    expect(await turnOf(relay, answered(...history))).toMatchObject(turn);
  });

  it('with all that it has asked so far', async () => {
    expect((await turnOf(relay, answered([0, rows(1, 3)], [1, DONE]))).calls).toEqual([
      { do: 'pending', limit: 10 },
      { do: 'publish', event: 1 },
      { do: 'mark', events: [1] },
    ]);
  });

  it('a consumer with its message', async () => {
    const { calls, lines } = await turnOf(
      consumer,
      delivered(1, [0, DONE], [1, { ok: true, isNew: true }], [2, DONE], [3, DONE]),
    );
    expect(calls).toEqual([
      { do: 'begin' },
      { do: 'record' },
      { do: 'effect' },
      { do: 'commit' },
      { do: 'ack' },
    ]);
    expect(lines).toEqual([2, 3, 3, 3, 5]);
  });

  it('with several calls open where it does not wait', async () => {
    const text = relayOf(
      'const [a, b] = await outbox.pending();',
      'broker.publish(a);',
      'broker.publish(b);',
      'await outbox.mark(a.id, [b.id]);',
    );
    expect(await turnOf(text, answered([0, rows(1, 2)]))).toEqual({
      calls: [
        { do: 'pending', limit: 10 },
        { do: 'publish', event: 1 },
        { do: 'publish', event: 2 },
        { do: 'mark', events: [1, 2] },
      ],
      done: false,
      line: 5,
      lines: [2, 3, 4, 5],
    });
  });

  it('with the error that it ended with, where nobody caught the broker’s', async () => {
    expect(await turnOf(relay, answered([0, rows(1)], [1, REFUSED]))).toMatchObject({
      done: true,
      line: 6,
      error: 'Refused: The broker could not be reached: nobody knows whether it has the message.',
    });
  });

  it('with a transaction rolled back by what is thrown in it', async () => {
    const text = `export default async (message, { db }) => { await db.transaction(async () => { throw new Error('No.'); }); };`;
    expect(await turnOf(text, delivered(1, [0, DONE], [1, DONE]))).toMatchObject({
      calls: [{ do: 'begin' }, { do: 'rollback' }],
      done: true,
      error: 'Error: No.',
    });
  });

  it.each([
    [
      'const [row] = await outbox.pending(); await broker.publish({ ...row, eventId: crypto.randomUUID() });',
      { do: 'publish', event: 1, freshId: true },
    ],
    [
      'const [{ eventId, type, aggregateId, payload }] = await outbox.pending(); await broker.publish({ eventId, type, aggregateId, payload: { ...payload } });',
      { do: 'publish', event: 1 },
    ],
  ])('%s', async (line, call) => {
    expect((await turnOf(relayOf(line), answered([0, rows(1)]))).calls[1]).toEqual(call);
  });

  it.each([
    "'shipping:' + message.id",
    'message.id.toUpperCase()',
    "[message.type, message.aggregateId, message.id].join('/')",
  ])('a consumer that records %s knows the message again', async (id) => {
    const text = `export default async (message, { inbox }) => { await inbox.record(${id}); };`;
    expect((await turnOf(text, delivered(1))).calls).toEqual([{ do: 'record' }]);
  });

  it.each(['message.aggregateId + message.occurredAt', "'shipping'", 'message.id.slice(1)'])(
    'a consumer that records %s does not',
    async (id) => {
      const text = `export default async (message, { inbox }) => { await inbox.record(${id}); };`;
      expect((await turnOf(text, delivered(1))).calls).toEqual([{ do: 'record', freshId: true }]);
    },
  );

  it('the id alone is recorded, whatever else was looked at', async () => {
    const text =
      'export default async ({ ...message }, { inbox, clock }) => { clock.now(); await inbox.record(message.id); };';
    expect((await turnOf(text, delivered(1))).calls).toEqual([{ do: 'record' }]);
  });

  it('a consumer that makes up an id records one that nobody will look for', async () => {
    const text = 'export default async (message, { inbox }) => { await inbox.record(crypto.randomUUID()); };';
    expect((await turnOf(text, delivered(1))).calls).toEqual([{ do: 'record', freshId: true }]);
  });
});

const PAYLOAD =
  'broker.publish: send the payload as the row has it. A relay passes the event on, and neither leaves anything out nor changes it.';
const VARIES =
  'inbox.record: every copy must bring the same id, and this text may be another one for each: the round has looked at redelivered, at the clock or at a new id. Record message.id.';

describe('what nobody can go on with is said with its line:', () => {
  it.each([
    ['fetch("x")', 'fetch is not here: a round reaches nothing but what it is given.'],
    [
      'setTimeout(() => {}, 1)',
      'setTimeout is not here: time is the model’s. A round that is over begins again by itself.',
    ],
    [
      'new Date()',
      'Date is not here: a round that looks at the clock does something else each time. clock.now() is always the same.',
    ],
    [
      'Date.now()',
      'Date is not here: a round that looks at the clock does something else each time. clock.now() is always the same.',
    ],
    [
      'Math.random()',
      'Math.random is not here: a round must do the same each time. crypto.randomUUID() makes ids.',
    ],
    ['constructor.constructor("return this")()', 'Code cannot be made of text here.'],
    ['(async () => {}).constructor("return this")()', 'Code cannot be made of text here.'],
    ['(function* () {}).constructor("return this")()', 'Code cannot be made of text here.'],
    ['outbox.pending.constructor("return this")()', 'Code cannot be made of text here.'],
    ['new Function("return this")()', 'Code cannot be made of text here.'],
    ['(0, eval)("this")', 'Code cannot be made of text here.'],
    ['process.exit()', "ReferenceError: 'process' is not defined"],
    ['null.x', "TypeError: cannot read property 'x' of null"],
    [
      'outbox.mark(3)',
      'outbox.mark takes ids of rows that outbox.pending gave you in this round, such as row.id.',
    ],
    [
      'broker.publish({})',
      'broker.publish takes a row that outbox.pending gave you in this round, or a copy of it.',
    ],
    [
      'try { broker.publish(3) } catch {}',
      'broker.publish takes a row that outbox.pending gave you in this round, or a copy of it.',
    ],
    [
      'outbox.pending(-1)',
      'outbox.pending takes how many rows you want at most: a whole number up to 10,000.',
    ],
    [
      'await new Promise(() => {})',
      'It waits for something that nobody will ever tell it: none of its calls is open.',
    ],
  ])('%s', async (line, words) => {
    expect(await stopOf(relayOf('', line))).toEqual([words, words.startsWith('It waits') ? null : 3]);
  });

  it.each<readonly [line: string, words: string]>([
    [
      'await inbox.record(message.aggregateId);',
      'inbox.record was given the id of the order. All events of an order share it: the second of them would be taken for a copy of the first, and dropped.',
    ],
    [
      "await inbox.record('shipping:' + message.aggregateId);",
      'inbox.record was given the id of the order. All events of an order share it: the second of them would be taken for a copy of the first, and dropped.',
    ],
    [
      "await inbox.record(message.aggregateId + ':' + message.type);",
      'inbox.record was given the order and the type. A second event of the same kind about the same order would be taken for a copy of the first, and dropped.',
    ],
    ...['message.redelivered', 'clock.now()', 'crypto.randomUUID()', 'JSON.stringify(message)'].map(
      (varying) => [`await inbox.record(message.id + ${varying});`, VARIES] as const,
    ),
    [
      "inbox.record(message.id); try { inbox.record('again:' + message.id); } catch {}",
      'inbox.record: a message has one id, and this round has recorded it as another text before.',
    ],
    ['await broker.ack({});', 'broker.ack takes the message that this round is about.'],
    [
      'db.transaction(async () => {}); db.transaction(async () => {});',
      'db.transaction: one is open already, and a consumer has one connection.',
    ],
  ])('%s', async (line, words) => {
    const text = `export default async function consume(message, { db, inbox, broker, clock }) {\n${line}\n}`;
    expect(await stopOf(text, delivered(1))).toEqual([words, 2]);
  });

  it.each<readonly [name: string, line: string, words: string]>([
    [
      'a type of message that the row does not have',
      "await broker.publish({ ...(await outbox.pending())[0], type: 'Other' })",
      'broker.publish: leave type and aggregateId as the row has them, for the broker routes by them.',
    ],
    ...[
      'payload: undefined',
      'payload: { ...row.payload, total: 0 }',
      'payload: { ...row.payload, extra: 1 }',
      'payload: { total: row.payload.total }',
    ].map(
      (payload) =>
        [
          payload,
          `const [row] = await outbox.pending(); broker.publish({ ...row, ${payload} })`,
          PAYLOAD,
        ] as const,
    ),
  ])('%s', async (_, line, words) => {
    expect(await stopOf(relayOf(line), answered([0, rows(1)]))).toEqual([words, 2]);
  });

  it('an answer that exports no function', async () => {
    expect(await stopOf('export default 3;')).toEqual([
      'The answer exports no function: export default async function …',
      0,
    ]);
  });
});

const STEPS =
  'It takes more steps than any round needs. Is there a loop, or a function that calls itself, without end?';
const MEMORY = 'It takes more memory than any round needs. Is there something that grows without end?';

describe('what takes too much is ended, whatever it catches:', () => {
  it.each([
    ['for (;;) {}', STEPS],
    ['try { for (;;) {} } catch {} finally { for (;;) {} }', STEPS],
    ['for (;;) await null', STEPS],
    ['const f = () => f(); f()', STEPS],
    ['Promise.resolve().then(function again() { return Promise.resolve().then(again) })', STEPS],
    ['/(a+)+$/.test("a".repeat(40) + "b")', STEPS],
    ['throw { get message() { for (;;) {} } }', STEPS],
    ['const a = []; for (;;) a.push(new Array(1000).fill(1))', MEMORY],
    ['let b = "x"; for (;;) b += b', MEMORY],
    [
      '[].indexOf.call({ length: 2 ** 53 - 1 }, 1)',
      'indexOf was asked for more than 100000 entries or characters. No round needs so many: is there something that grows without end?',
    ],
    [
      '[].concat(new Array(4e9))',
      'concat was asked for more than 100000 entries or characters. No round needs so many: is there something that grows without end?',
    ],
    [
      '[[new Array(4e9)]].flat(2)',
      'flat was asked for more than 100000 entries or characters. No round needs so many: is there something that grows without end?',
    ],
  ])('%s', async (line, words) => {
    expect((await stopOf(relayOf(line)))[0]).toBe(words);
  });

  it('and nothing that is merely long', async () => {
    const text = relayOf('let n = 0;', 'while (n < 100_000) n += 1;', 'await outbox.pending(n % 7);');
    expect((await turnOf(text)).calls).toEqual([{ do: 'pending', limit: 100_000 % 7 }]);
  });
});

describe('nothing is kept from round to round:', () => {
  it.each([
    ['let n = 0;', 'n'],
    ['globalThis.n ??= 0;', 'globalThis.n'],
    ['Object.prototype.n ??= 0;', '({}).__proto__.n'],
    ['Array.prototype.n ??= 0;', 'Array.prototype.n'],
    ['Refused.n ??= 0;', 'Refused.n'],
    ['console.n ??= 0;', 'console.n'],
    ['Promise.prototype.n ??= 0;', 'Promise.prototype.n'],
    ['Function.prototype.n ??= 0;', 'Function.prototype.n'],
  ])('%s', async (before, place) => {
    const text = `${before}\nexport default async ({ outbox }) => { ${place} += 1; await outbox.pending(${place}); };`;
    const { process, figures } = await programOf(text);
    const limits = [[], answered([0, rows()]), []].map((history) => process.next(history).calls[0]);
    expect(limits).toEqual([1, 1, 1].map((limit) => ({ do: 'pending', limit })));
    expect(figures().rounds).toBe(2);
  });
});

describe('nothing of the host is within reach', () => {
  /** Goes through all that can be reached from anywhere, and asks for as many rows as there are places with a name like this. */
  const seek = (isFound: string) => `
    const seen = new Set();
    const walk = (value) => {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
      seen.add(value);
      walk(Object.getPrototypeOf(value));
      for (const key of Reflect.ownKeys(value)) {
        const { value: held, get, set } = Object.getOwnPropertyDescriptor(value, key);
        names.push(String(key));
        walk(held); walk(get); walk(set);
      }
    };
    const names = [];
    export default async function relay(given) {
      walk(globalThis); walk(given); walk(arguments); walk(await import.meta); walk(async function* () {}); walk(new Error('x')); walk(given.outbox.pending(1));
      await given.outbox.pending(names.filter((name) => ${isFound}).length);
    }`;

  it.each([
    'process',
    'module',
    'Buffer',
    'WebAssembly',
    'performance',
    'navigator',
    'postMessage',
    'self',
    'window',
    'document',

    'Worker',
    'localStorage',
    'indexedDB',
    'caches',
    'Deno',
    'gc',
    'scriptArgs',
    'std',
    'os',
    'WeakRef',
    'FinalizationRegistry',
    'SharedArrayBuffer',
    'Atomics',
    'getTimezoneOffset',
  ])('no %s', async (name) => {
    const { calls } = await turnOf(seek(`name === '${name}'`));
    expect(calls.at(-1)).toEqual({ do: 'pending', limit: 0 });
  });

  it('the way through all that can be reached goes far enough to find something', async () => {
    const { calls } = await turnOf(
      seek(`['pending', 'publish', 'randomUUID', 'asyncIterator'].includes(name)`),
    );
    expect(calls.at(-1)).toEqual({ do: 'pending', limit: 4 });
  });

  it('no module', async () => {
    expect((await stopOf("import fs from 'node:fs';\nexport default () => fs;"))[0]).toBe(
      "ReferenceError: could not load module 'node:fs'",
    );
  });

  it('what a program makes of the language is its own affair: it asks for what it asks', async () => {
    const text = `
      Array.prototype.push = () => { throw 1 };
      String.prototype.split = () => [];
      Promise.prototype.then = undefined;
      Object.prototype.toJSON = () => 'mine';
      Object.defineProperty(Object.prototype, '0', { set() { throw 1 } });
      export default ({ outbox }) => { outbox.pending(2); };`;
    expect(await turnOf(text)).toMatchObject({ calls: [{ do: 'pending', limit: 2 }], done: true });
  });
});

describe('one run answers all that follows it', () => {
  it('as long as each history goes on from the one before', async () => {
    const { process, figures } = await programOf(relay);
    for (const answers of [
      [],
      [[0, rows(1)]],
      [
        [0, rows(1)],
        [1, DONE],
      ],
    ] as const)
      process.next(answered(...answers));
    expect(figures().rounds).toBe(1);
    process.next(answered([0, rows(2)]));
    expect(figures().rounds).toBe(2);
  });
});

describe('explored in every order of things', () => {
  it.each([
    ['relay', relay],
    ['consumer', consumer],
  ] as const)('the %s that is right holds', async (role, text) => {
    const { process } = await programOf(text);
    const { verdict, fault } = explore(scenarioOf({}), { processes: ownProcesses({ [role]: process }) });
    expect({ verdict, fault }).toEqual({ verdict: 'holds', fault: undefined });
  });

  it('one without a wait for the confirm loses an event', async () => {
    const { process } = await programOf(relay.replace('await broker', 'broker'));
    expect(explore(scenarioOf({}), { processes: ownProcesses({ relay: process }) })).toMatchObject({
      verdict: 'broken',
      invariant: 'I2',
    });
  });
});
