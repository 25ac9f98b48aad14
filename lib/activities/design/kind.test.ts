import { describe, expect, it } from 'vitest';
import { compiled, configOf, failures, rights, verdictOn } from '../part/part-fixture';
import { designKind } from './kind';

const SCENARIO =
  'seed: 1\nworkload: { orders: 2, aggregates: 1 }\nrelays: { count: 2, claim: skip-locked, batch: 1 }';
const KEYS = `
opens: [relays.claim, relays.retry]
loads:
  - { name: usual, title: a usual day }
  - { name: outage, title: an outage, with: { faults: [{ do: broker-down, from: 0, to: 3000 }] } }
explores: { budgets: { crashes: 0, redeliveries: 0 } }
checks:
  - { id: order, rule: holds, invariant: I4, key: relays.claim, says: "It is {found}.", why: "{states}" }
  - { id: few, rule: at-most, figure: kinds.refused, value: 6, load: outage, says: "{found} refusals, not {value}." }
  - { id: soon, rule: at-most, figure: drainedMs, value: 2000, says: "Only after {found}, not {value}." }
  - { id: some, rule: at-least, figure: end.delivered, value: 2, says: "{found} of {value} arrive." }
  - { id: enough, rule: keeps, key: relays.retry.max, from: 3, to: 9, says: "{key} is {found}, not {from} to {to}." }
  - { id: calm, rule: unbroken, invariant: I7, load: outage, says: "{found} breaks." }
`;
const SOLUTION = 'relays: { claim: head-of-key, retry: { max: 3 } }';
const config = configOf(designKind, KEYS, SCENARIO, SOLUTION);
const verdict = (answer: string) => verdictOn(designKind, config, answer);

describe('a design', () => {
  it('passes where it stands every run and every order of things, and each check says what is right', async () => {
    const { passed, checks } = await verdict(SOLUTION);
    expect(passed).toBe(true);
    expect(rights({ passed, checks, notes: [] })).toEqual([
      'enough: `relays.retry.max: 3` keeps within its limits.',
      'order: Holds within these budgets: 54 states, 12,192 orders of things.',
      'few: `kinds.refused` is 6, at most 6.',
      'soon: `drainedMs` is 591 ms, at most 2 s.',
      'some: `end.delivered` is 2, at least 2.',
      'calm: The run keeps I7 (bounded retries).',
    ]);
  });

  it('is told of all that is wrong at once, each at its line', async () => {
    const found = await verdict(
      'relays:\n  claim: skip-locked\n  retry: { max: 2, baseMs: 10, factor: 1, outages: count }',
    );
    expect(failures(found)).toEqual([
      'enough 3:17: relays.retry.max is 2, not 3 to 9.',
      'order 2:10: It is broken: I4 (in order) after 7 steps.',
      'calm: I7 (bounded retries) breaks.',
    ]);
  });

  it('can be shown how it fails: as the run that was judged, or as the order of things that was found', async () => {
    const { checks } = await verdict('relays: { claim: skip-locked, retry: { baseMs: 1, factor: 1 } }');
    const shown = checks
      .filter(({ passed }) => !passed)
      .map(({ id, explanation }) => [id, explanation?.show]);
    expect(shown).toEqual([
      ['order', 'schedule'],
      ['few', 'run'],
    ]);
  });

  it('plays on the stage as its first load has it', () => {
    const { plays } = designKind.read(config, SOLUTION);
    expect(plays?.scenario.relays).toMatchObject({ claim: 'head-of-key', count: 2, retry: { max: 3 } });
    expect(plays?.scenario.faults).toEqual([]);
  });
});

describe('the shape of a design', () => {
  it.each([
    ['', 'yaml 1:1: There is nothing here yet but empty lines and comments.'],
    ['- 1', 'shape 1:1: Write keys and values here, as in `key: value`.'],
    ['relays: { count: 1 }', 'shape 1:11: `relays.count` is given here and stays as it is.'],
    ['relays: { clam: none }', 'shape 1:11: There is no key `relays.clam`.'],
    ['relays: { retry: { maxi: 3 } }', 'shape 1:20: The key `maxi` is unknown here.'],
    ['relays: { retry: { max: 0 } }', 'shape 1:25: `max` must be at least 1.'],
    ['broker: { kind: kafka }', 'shape 1:1: `broker` is given here and stays as it is.'],
  ])('%j is refused', async (answer, expected) => {
    expect(failures(await verdict(answer))).toEqual([expected]);
  });

  it('may leave out what scenario.yaml says, and a section that says nothing', async () => {
    expect(failures(await verdict('relays:\n  claim: head-of-key\n  retry:'))).toEqual([]);
  });
});

describe('an activity is refused', () => {
  it.each([
    [
      'an unknown key',
      'opens: [relays.clam]\nchecks: [{ id: a, rule: holds, says: x }]',
      'C1002 `opens` names `relays.clam`, which is no key of a scenario.',
    ],
    [
      'a limit without a figure',
      'checks: [{ id: a, rule: at-most, value: 1, says: x }]',
      'C1004 The check `a` lacks `figure`, which its rule `at-most` asks for.',
    ],
    [
      'a load that is not there',
      'checks: [{ id: a, rule: unbroken, load: b, says: x }]',
      'C1005 The check `a` looks at `b`, and no load is called so.',
    ],
    [
      'I7 without time',
      'checks: [{ id: a, rule: holds, invariant: I7, says: x }]',
      'C1006 The check `a` asks for I7 in every order of things, which knows no time.',
    ],
    [
      'a solution that is not one',
      'opens: [relays.claim]\nchecks: [{ id: a, rule: holds, says: x }]',
      'C1007 `relays.retry` is given here and stays as it is.',
    ],
  ])('for %s', (_, keys, expected) => {
    const result = compiled(designKind, keys, SCENARIO, SOLUTION);
    expect(result.ok ? [] : result.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expected,
    ]);
  });

  it('without a scenario', () => {
    const source = {
      folder: 'one',
      keys: { checks: [] },
      start: '',
      solutions: [''],
      scenario: null,
      files: {},
    };
    const result = designKind.compile(source);
    expect(result.ok ? [] : result.problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'C1001 one/activity.yaml',
    ]);
  });
});
