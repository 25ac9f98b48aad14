// Every preset comes to what the catalogue says of it, in the timed run and in every order of things.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokerSettings } from '../brokers/settings';
import { run, stepsOf } from '../trace';
import { readCatalogue } from './catalogue';
import { outcomeOf, verdictOf } from './outcome-fixture';
import { FIGURES, type Preset } from './preset';

const here = import.meta.dirname;
const files = new Map(
  readdirSync(here)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, readFileSync(join(here, file), 'utf8')]),
);
const { presets, problems } = readCatalogue(files);

/** More states than that, and a page would not answer at once. */
const MOST_STATES = 100_000;

it('the catalogue and its files are whole', () => {
  expect(problems).toEqual([]);
});

/** The largest run has nearly a million steps. */
const PATIENCE = 120_000;

describe('the timed run comes to what is expected', () => {
  it.each(presets)('$name', { timeout: PATIENCE }, ({ scenario, expects }) => {
    const asked = FIGURES.filter((figure) => expects.run.most?.[figure] !== undefined);
    expect(outcomeOf(scenario, asked)).toEqual(expects.run);
  });
});

describe('every order of things comes to what is expected', () => {
  it.each(presets.filter(({ expects }) => expects.explore !== null))('$name', ({ scenario, expects }) => {
    const { verdict, states } = verdictOf(scenario);
    expect(verdict).toEqual(expects.explore);
    expect(states).toBeLessThan(MOST_STATES);
  });
});

describe('there is a preset', () => {
  it('or a lesson for every pitfall', () => {
    const shown = presets.flatMap(({ pitfall }) => (pitfall === null ? [] : [pitfall]));
    const readme = readFileSync(join(here, 'README.md'), 'utf8');
    const left = [...readme.matchAll(/^- (P\d+): /gm)].map(([, pitfall]) => pitfall ?? '');
    const numbers = [...new Set([...shown, ...left])].map((pitfall) => Number(pitfall.slice(1)));
    expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    expect(left.filter((pitfall) => shown.includes(pitfall))).toEqual([]);
  });

  it('for every broker', () => {
    const brokers = inGroup('Brokers').map(({ scenario }) => scenario.broker.kind);
    expect([...new Set(brokers)].sort()).toEqual(Object.keys(brokerSettings).sort());
  });

  it('for each of the three systems', () => {
    const names = inGroup('Three systems').map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['order-service', 'chat', 'feed']));
  });
});

it('every pitfall but one can be mended by a scenario', () => {
  const unmended = presets.filter(({ pitfall, mend }) => pitfall !== null && mend === null);
  // What a stopped connector needs is an alert.
  expect(unmended.map(({ name }) => name)).toEqual(['stopped-connector']);
});

it('without jitter retries come together, with it they come apart', () => {
  const widths = (name: string) => [1, 2, 3, 4].map((attempt) => Math.round(widthOf(named(name), attempt)));
  expect(widths('herd')).toEqual([30, 30, 30, 30]);
  expect(widths('jitter')).toEqual([30, 369, 1337, 2635]);
});

const inGroup = (title: string): readonly Preset[] => presets.filter(({ group }) => group === title);

const named = (name: string): Preset => presets.find((preset) => preset.name === name) as Preset;

/** From the first member's n-th failure to the last one's, in milliseconds. */
function widthOf({ scenario }: Preset, attempt: number): number {
  const times = stepsOf(run(scenario)).flatMap(({ kind, value, at }) =>
    kind === 'failed' && value === attempt ? [at] : [],
  );
  return Math.max(...times) - Math.min(...times);
}
