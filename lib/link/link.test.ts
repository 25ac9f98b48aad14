import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/shared/json';
import { chanceRun } from '@/lib/sim/scenario/run-chance';
import type { BrokerKind, Command } from '@/lib/sim/scenario/scenario';
import { chanceScenario } from '@/lib/sim/scenario/scenario-chance';
import { readScenario } from '@/lib/sim/scenario/scenario-file';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { scenarioSchema } from '@/lib/sim/scenario/scenario-schema';
import { ledger } from '@/lib/sim/tell/notation';
import { run } from '@/lib/sim/trace';
import { DEEDS } from './deeds';
import { wantedBy } from './hash';
import { lettersOf, sumOf } from './letters';
import { headOf } from './link-form';
import { deflate } from './packing';
import { readLink } from './read-link';
import type { SharedRun } from './run';
import { inBrief, inFull, WORDS } from './vocabulary';
import { writeLink } from './write-link';

const BROKERS: readonly BrokerKind[] = ['rabbitmq', 'kafka', 'redis-streams', 'notify', 'outbox'];

/** A chance run may name events that are never created: its commands with the scenario as it was. */
const soundRun = (seed: number): SharedRun => ({
  scenario: chanceScenario(seed, { brokers: BROKERS }),
  commands: chanceRun(seed, BROKERS).commands,
});

async function linkOf(shared: SharedRun): Promise<string> {
  const link = await writeLink(shared);
  if (!link.ok) throw new Error(link.problems[0]?.message);
  return link.value;
}

/** A link as nobody makes it here: whole in its form, with any bytes in it. */
async function forged(content: Json | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes =
    content instanceof Uint8Array ? content : new TextEncoder().encode(JSON.stringify(inBrief(content)));
  const body = lettersOf(await deflate(bytes));
  return `${headOf(body)}${body}`;
}

/** The one sentence about a link that cannot be opened. */
async function said(link: string): Promise<string | null> {
  const read = await readLink(link);
  return read.ok ? null : read.problems.map(({ message }) => message).join(' | ');
}

const plain = scenarioOf();

describe('a link', () => {
  it('opens as the very same run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.option(fc.nat(10_000_000), { nil: undefined }), async (seed, micros) => {
        const shared = {
          ...soundRun(seed),
          ...(micros !== undefined && { time: micros / 1000 }),
        };
        const read = await readLink(await linkOf(shared));
        expect(read).toEqual({ ok: true, value: shared });
        if (!read.ok) return;
        const [one, other] = [shared, read.value].map(({ scenario, commands }) =>
          run(scenario, commands, 2000),
        );
        expect(one && ledger(one)).toBe(other && ledger(other));
      }),
      { numRuns: 150 },
    );
  });

  const folders = ['lib/sim/golden', 'lib/sim/pitfalls', 'lib/sim/presets'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml') && name !== 'catalogue.yaml')
      .map((name) => `${folder}/${name}`),
  );

  it.each(files)(
    'of %s and a dozen commands has at most 500 characters, the address of the site among them',
    async (file) => {
      const scenario = readScenario(readFileSync(file, 'utf8'), file);
      if (!scenario.ok) throw new Error(file);
      const consumer = scenario.value.consumers[0]?.name ?? '';
      const link = await linkOf({ scenario: scenario.value, commands: dozen(consumer), time: 4321.987 });
      expect(`https://somebody.example.org/at-least-once/sandbox/#s=${link}`.length).toBeLessThanOrEqual(500);
      expect(link).toMatch(/^[\w-]+$/);
    },
  );

  it('of a plain scenario has few characters', async () => {
    expect((await linkOf({ scenario: plain, commands: [] })).length).toBeLessThan(60);
  });

  it('is passed on with what a sentence adds to it', async () => {
    const link = await linkOf({ scenario: plain, commands: [] });
    expect(await readLink(`${link}).`)).toEqual({ ok: true, value: { scenario: plain, commands: [] } });
  });

  it.each<readonly [string, SharedRun]>([
    [
      'an order at the end of thirty hours',
      { scenario: plain, commands: [{ at: 108_000_000, do: 'place-order' }], time: 9_000_000_000 },
    ],
    [
      'thousands of orders at one moment',
      { scenario: plain, commands: Array.from({ length: 2100 }, () => ({ at: 250, do: 'place-order' })) },
    ],
  ])('opens with %s', async (_, shared) => {
    expect(await readLink(await linkOf(shared))).toEqual({ ok: true, value: shared });
  });

  it.each<readonly [string, Omit<SharedRun, 'scenario'>]>([
    ['after the end of time', { commands: [{ at: 1e13, do: 'place-order' }] }],
    ['at a moment after it', { commands: [], time: 1e13 }],
    ['to somebody who is not there', { commands: [{ at: 1, do: 'redrive', consumer: 'nobody' }] }],
  ])('is not made of what is done %s, since it would not be opened', async (_, done) => {
    const link = await writeLink({ scenario: plain, ...done });
    expect(link.ok ? [] : link.problems.map(({ message }) => message)).toEqual([
      'What was done here, or when, is more than a link can say. Copy the scenario as text instead.',
    ]);
  });

  it('is not made where it would be too long', async () => {
    const commands = Array.from({ length: 2000 }, (_, index) => ({
      at: Math.imul(index, 2654435761) >>> 8,
      do: 'place-order' as const,
    }));
    const link = await writeLink({ scenario: plain, commands });
    expect(link.ok ? [] : link.problems.map(({ message }) => message)).toEqual([
      'More was done here than a link can hold. Copy the scenario as text instead.',
    ]);
  });
});

/** All that people do most, at moments that only a hand finds. */
const dozen = (consumer: string): readonly Command[] => [
  { at: 103.417, do: 'place-order' },
  { at: 611.902, do: 'place-order' },
  { at: 1250.33, do: 'arm-crash', relay: 1 },
  { at: 1733.871, do: 'crash-relay' },
  { at: 2104.009, do: 'place-and-roll-back' },
  { at: 2581.464, do: 'crash-consumer', consumer },
  { at: 3077.125, do: 'redeliver', consumer },
  { at: 3320.718, do: 'broker-down' },
  { at: 4999.506, do: 'broker-up' },
  { at: 5402.283, do: 'set-dedup', consumer, dedup: 'none' },
  { at: 6120.94, do: 'place-order' },
  { at: 7003.651, do: 'redrive', consumer },
];

const ONLY = ' Ask for it again, or begin with a preset.';
const ENDS = `This link is damaged: it ends too early.${ONLY}`;
const CHANGED = `This link is damaged: something in it was changed on its way.${ONLY}`;
const NO_RUN = `There is no run in this link.${ONLY}`;
const UNSOUND = 'This link holds a run that cannot be shown: ';

describe('a link that cannot be opened is told in one sentence', () => {
  it.each([1, 3, 8, 20])('where its last %i characters are missing', async (missing) => {
    const link = await linkOf({ scenario: plain, commands: dozen('shipping') });
    expect(await said(link.slice(0, -missing))).toBe(ENDS);
  });

  it('where nothing is left of it', async () => {
    expect(await said('')).toBe(ENDS);
    expect(await said('1AAA')).toBe(ENDS);
  });

  it('where a character is another', async () => {
    const link = await linkOf({ scenario: plain, commands: [] });
    for (let at = 1; at < link.length; at += 1) {
      const other = `${link.slice(0, at)}${link[at] === 'x' ? 'y' : 'x'}${link.slice(at + 1)}`;
      expect([CHANGED, ENDS]).toContain(await said(other));
    }
  });

  it('where a character is none of its alphabet', async () => {
    const link = await linkOf({ scenario: plain, commands: [] });
    expect(await said(`${link.slice(0, 12)}*${link.slice(13)}`)).toBe(CHANGED);
    expect(await said(`${headOf('****')}****`)).toBe(CHANGED);
    expect(await said(`${headOf('AAAAA')}AAAAA`)).toBe(CHANGED);
  });

  it('where it is of another version', async () => {
    expect(await said('2AAAAAA')).toBe(
      `This link was made by another version of this site, or is no link to a run.${ONLY}`,
    );
  });

  it('where it is too long', async () => {
    expect(await said('1'.repeat(8001))).toBe(
      `This link is longer than any that is made here, so it was not opened.${ONLY}`,
    );
  });

  it('where it unpacks to more than anybody writes', async () => {
    const bomb = await forged(new Uint8Array(4_000_000).fill(32));
    expect(bomb.length).toBeLessThan(8000);
    expect(await said(bomb)).toBe(CHANGED);
  });

  it('where it holds no JSON', async () => {
    expect(await said(await forged(new TextEncoder().encode('[{"seed":')))).toBe(NO_RUN);
    expect(await said(await forged(new Uint8Array([0xff, 0xfe, 0])))).toBe(NO_RUN);
  });

  it.each<Json>([{}, [], 'run', [{ seed: 1 }, {}], [{ seed: 1 }, [], 0, 0]])(
    'where it holds %j',
    async (content) => {
      expect(await said(await forged(content))).toBe(NO_RUN);
    },
  );

  it('where it is nested without end', async () => {
    const depth = 25_000;
    const deep = `[{"seed":1,"relays":${'['.repeat(depth)}${']'.repeat(depth)}}]`;
    expect(await said(await forged(new TextEncoder().encode(deep)))).toBe(NO_RUN);
  });

  it.each<readonly [string, Json, string]>([
    ['no scenario', [null], '`scenario` must be a map of keys and values.'],
    ['an unknown key', [{ seed: 1, relay: {} }], 'The key `relay` is unknown here.'],
    ['a number out of range', [{ seed: 1, relays: { count: 17 } }], '`count` must be at most 16.'],
    [
      'a contradiction',
      [{ seed: 1, relays: { count: 2 }, publication: 'cdc' }],
      'With `publication: cdc` one connector reads the log from its one slot, so there cannot be 2.',
    ],
    ['a command that is none', [{ seed: 1 }, ['all']], '`commands` must be a map of keys and values.'],
    ['a command before the beginning', [{ seed: 1 }, [[-1, 0]]], '`at` must be at least 0.'],
    ['a deed that there is not', [{ seed: 1 }, [[1, 'delete']]], '`do` cannot be `delete`.'],
    [
      'a deed without what it needs',
      [{ seed: 1 }, [[1, 18, { consumer: 'shipping' }]]],
      '`set-dedup` lacks its `dedup`.',
    ],
    [
      'a deed with what it does not read',
      [{ seed: 1 }, [[1, 0, { relay: 1 }]]],
      '`place-order` has no `relay`.',
    ],
    ['a relay that is not there', [{ seed: 1 }, [[1, 2, { relay: 2 }]]], 'there is no relay 2.'],
    [
      'a consumer that is not there',
      [{ seed: 1 }, [[1, 17, { consumer: 'toString' }]]],
      'something is done to a consumer that is not there.',
    ],
    ['a time before the beginning', [{ seed: 1 }, [], -5], '`time` must be at least 0.'],
  ])('where it holds %s', async (_, content, why) => {
    expect(await said(await forged(content))).toBe(`${UNSOUND}${why}${ONLY}`);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('where a key is %s', async (key) => {
    const where = [`[{"seed":1,"${key}":{"count":2}}]`, `[{"seed":1,"relays":{"${key}":{"count":2}}}]`];
    where.push(`[{"seed":1},[[1,0,{"${key}":1}]]]`, `[{"seed":1},[[1,"${key}"]]]`);
    for (const text of where)
      expect(await said(await forged(new TextEncoder().encode(text)))).toMatch(/^This link holds a run that/);
    expect(({} as { count?: number }).count).toBeUndefined();
  });

  it('whatever became of it on its way', async () => {
    const links = await Promise.all([3, 14, 159].map((seed) => linkOf(soundRun(seed))));
    const mutated = fc
      .tuple(fc.constantFrom(...links), fc.nat(), fc.string(), fc.nat(20))
      .map(([link, at, put, gone]) => {
        const from = at % link.length;
        return `${link.slice(0, from)}${put}${link.slice(from + gone)}`;
      });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          mutated,
          fc.string(),
          fc.string().map((text) => `1${text}`),
        ),
        async (text) => {
          const read = await readLink(text);
          if (!read.ok) expect(read.problems).toHaveLength(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('whatever is packed into it', async () => {
    const scenario = fc.record(
      { seed: fc.jsonValue(), relays: fc.jsonValue(), consumers: fc.jsonValue(), faults: fc.jsonValue() },
      { requiredKeys: [] },
    );
    const rows = fc.array(fc.tuple(fc.jsonValue(), fc.nat(30), fc.jsonValue()), { maxLength: 3 });
    const runLike = fc.tuple(fc.oneof(scenario, fc.constant({ seed: 1 })), fc.oneof(rows, fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), runLike), async (content) => {
        const read = await readLink(await forged(content as Json));
        if (!read.ok) expect(read.problems).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the hash of an address', () => {
  it.each([
    ['', { kind: 'nothing' }],
    ['#', { kind: 'nothing' }],
    ['#log', { kind: 'nothing' }],
    ['#p=dual-write', { kind: 'preset', name: 'dual-write' }],
    ['#p=%E0%A4%A', { kind: 'preset', name: '%E0%A4%A' }],
    ['#s=1abc', { kind: 'run', link: '1abc' }],
    ['s=1abc', { kind: 'run', link: '1abc' }],
  ])('%j', (hash, wanted) => {
    expect(wantedBy(hash)).toEqual(wanted);
  });
});

it('deeds keep the places by which links know them', () => {
  expect(Object.keys(DEEDS).join(' ')).toBe(
    'place-order place-and-roll-back crash-relay arm-crash crash-consumer crash-service redeliver replay broker-down broker-up broker-restart slow-consumer hold-transaction release-transaction stop-connector start-connector skew-clock redrive set-dedup',
  );
});

describe('the words of a link', () => {
  it('keep the places by which links know them', () => {
    expect(WORDS.slice(0, 8).join(' ')).toBe('seed workload orders everyMs relays count claim consumers');
    expect(sumOf(WORDS.slice(0, 164).join(' '))).toBe(220_755);
    expect(new Set(WORDS).size).toBe(WORDS.length);
  });

  it('are all that a scenario may say', () => {
    const said = (schema: Json): readonly string[] => {
      if (typeof schema !== 'object' || schema === null) return [];
      const { properties = {}, enum: choices = [] } = schema as { properties?: object; enum?: string[] };
      return [...Object.keys(properties), ...choices, ...Object.values(schema).flatMap(said)];
    };
    expect(said(scenarioSchema).filter((word) => !WORDS.includes(word))).toEqual([]);
  });

  it('mean the same afterwards, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(inFull(inBrief(value as Json))).toEqual(value);
      }),
    );
  });
});
