import { describe, expect, it } from 'vitest';
import { configOf, failures, rights, verdictOn } from '../part/part-fixture';
import { scenarioKind } from './kind';

const DUAL = 'seed: 1\npublication: dual-write\nworkload: { orders: 2, aggregates: 2 }';
const LOSE = `
opens: [faults, commands]
may: [crash-service, crash-relay, redeliver, place-order]
checks:
  - { id: lost, rule: happens, what: lost, key: faults, says: "No event was lost. {happened}" }
  - { id: torn, rule: breaks, invariant: I1, says: "{invariant} holds, {found} breaks." }
  - { id: alone, rule: nothing-else, allows: [I1, I2], says: "{found} breaks as well." }
  - { id: once, rule: within, value: 1, says: "{found} faults, not {value}." }
`;
const AT = (step: string, occurrence = 1, doing = 'crash-service') =>
  `faults: [{ do: ${doing}, at: { step: ${step}, occurrence: ${occurrence} } }]`;
const lose = configOf(scenarioKind, LOSE, DUAL, AT('committed'));
const told = async (answer: string) => failures(await verdictOn(scenarioKind, lose, answer));

describe('an adversary', () => {
  it('who brings it about has passed, and hears what happened', async () => {
    const found = await verdictOn(scenarioKind, lose, AT('committed'));
    expect(found.passed).toBe(true);
    expect(rights(found)).toEqual([
      'once: It takes 1, of 1 at most.',
      'lost: It happened: 1 event got lost.',
      'torn: The run breaks I1 (atomic).',
      'alone: Nothing else broke.',
    ]);
  });

  it('may do so at a time, as people do on the stage', async () => {
    expect(await told('commands: [{ at: 200, do: crash-service }]')).toEqual([]);
  });

  it.each([
    ['does nothing', 'faults: []', 'Every event that was committed reached everyone, once and in order.'],
    [
      'crashes too early',
      AT('inserted'),
      'The service crashed before either write would last: no order, and no event. Every event that was committed reached everyone, once and in order.',
    ],
    [
      'crashes when nobody is at work',
      'faults: [{ do: crash-service, at: { ms: 5 } }]',
      '`crash-service` hit nothing: the service had no order in hand at that moment. Every event that was committed reached everyone, once and in order.',
    ],
    [
      'waits for what never comes',
      AT('committed', 7),
      '`committed` happened twice, so `crash-service` never came. Every event that was committed reached everyone, once and in order.',
    ],
    [
      'waits for what is not there',
      AT('polled'),
      '`polled` never happened, so `crash-service` never came. Every event that was committed reached everyone, once and in order.',
    ],
  ])('who %s is told what happened instead', async (_, answer, happened) => {
    expect(await told(answer)).toEqual([
      `lost 1:9: No event was lost. ${happened}`,
      'torn: I1 holds, nothing breaks.',
    ]);
  });

  it('can see the run that came of it', async () => {
    const { checks } = await verdictOn(scenarioKind, lose, AT('inserted'));
    const shown = checks.find(({ id }) => id === 'lost')?.explanation;
    expect(shown?.show === 'run' && shown.scenario.faults).toEqual([
      { do: 'crash-service', at: { step: 'inserted', occurrence: 1 } },
    ]);
  });

  it('is held to the number of things done', async () => {
    const two = `${AT('committed')}\ncommands: [{ at: 1, do: crash-service }]`;
    expect(await told(two)).toEqual(['once: 2 faults, not 1.']);
  });

  it.each([
    [
      'faults: [{ do: broker-down, from: 0, to: 9 }]',
      'shape 1:16: `broker-down` is not among what you may do here.',
    ],
    [
      'commands: [{ at: 1, do: broker-down }]',
      'shape 1:25: `broker-down` is not among what you may do here.',
    ],
    ['faults: [{ do: crash-service }]', 'shape 1:10: `crash-service` does not say when.'],
    ['commands: [{ do: place-order }]', 'shape 1:12: The key `at` is missing.'],
    ['commands: [{ at: 1, do: crash-relay, relay: 4 }]', 'shape 1:12: There is no relay 4.'],
    ['workload: { orders: 3 }', 'shape 1:1: `workload` is given here and stays as it is.'],
  ])('cannot say %s', async (answer, expected) => {
    expect(await told(answer)).toEqual([expected]);
  });
});

describe('the other mishaps', () => {
  const goal = (rules: string, scenario: string, opens = '[faults, commands]') =>
    configOf(scenarioKind, `opens: ${opens}\nchecks:\n${rules}`, scenario, 'faults: []');

  it('are a ghost: an event of an order that was undone', async () => {
    const ghost = goal(
      '  - { id: ghost, rule: happens, what: ghost, says: "{happened}" }',
      `${DUAL.replace('aggregates: 2', 'dualWrite: publish-first')}`,
    );
    expect(rights(await verdictOn(scenarioKind, ghost, AT('published')))).toEqual([
      'ghost: It happened: 1 event told of an order that is not there.',
    ]);
    expect(failures(await verdictOn(scenarioKind, ghost, AT('committed')))).toEqual([
      'ghost: `crash-service` hit nothing: the service had no order in hand at that moment. Every event that was committed reached everyone, once and in order.',
    ]);
  });

  it('are a duplicate, as often as is asked for', async () => {
    const twice = goal(
      '  - { id: twice, rule: happens, what: duplicate, value: 2, says: "{found}. {happened}" }',
      'seed: 1\nconsumers: [{ dedup: none }]',
    );
    const crashes = (...places: readonly number[]) =>
      `faults:\n${places.map((place) => `  - { do: crash-relay, at: { step: published, occurrence: ${place} } }`).join('\n')}`;
    expect(failures(await verdictOn(scenarioKind, twice, crashes(1)))).toEqual([
      'twice: 1. In this run 1 effect came twice.',
    ]);
    expect(failures(await verdictOn(scenarioKind, twice, crashes(1, 3)))).toEqual([]);
  });

  it('are a reordering, without any crash', async () => {
    const overtaken = goal(
      '  - { id: overtaken, rule: happens, what: reordered, says: "{happened}" }\n  - { id: calm, rule: no-crash, says: "{found}" }',
      'seed: 1\nworkload: { orders: 6, aggregates: 1, everyMs: 20 }\nrelays: { count: 2, claim: skip-locked, pollMs: 600 }',
      '[relays.batch, faults]',
    );
    expect(rights(await verdictOn(scenarioKind, overtaken, 'relays: { batch: 3 }'))).toEqual([
      'calm: Nothing crashes.',
      'overtaken: It happened: 1 event took effect after a later one.',
    ]);
    expect(failures(await verdictOn(scenarioKind, overtaken, AT('polled', 1, 'crash-relay')))).toEqual([
      'calm: `crash-relay`',
      'overtaken: Every event that was committed reached everyone, once and in order.',
    ]);
  });
});

it('is never, where every order of things holds', async () => {
  const never = configOf(
    scenarioKind,
    'opens: [publication]\nexplores: { workload: { orders: 1 } }\nchecks: [{ id: never, rule: holds, says: "{found}" }]',
    DUAL,
    'publication: outbox',
  );
  expect(failures(await verdictOn(scenarioKind, never, 'publication: outbox'))).toEqual([]);
  expect(failures(await verdictOn(scenarioKind, never, 'publication: dual-write'))).toEqual([
    'never: broken: I1 (atomic) after 3 steps',
  ]);
});
