import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCatalogue } from '../presets/catalogue';
import type { Scenario } from '../scenario/scenario';
import { run, stepAt } from '../trace';
import { hasSqlAt } from './has-sql';
import { commands } from './notation';
import { sqlAt } from './sql-at';

const folder = join(import.meta.dirname, '../presets');
const { presets } = readCatalogue(
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  ),
);

/** Everything that can go wrong, and steps enough to see it. */
const deeds = commands(
  'order@0 rollback@20 crash@40 crash-service@60 order@70 down@90 order@100 up@400 hold@500 release@900',
);

const unlike = (scenario: Scenario): readonly string[] => {
  const trace = run(scenario, deeds, 3000);
  return Array.from({ length: trace.length }, (_, place) => place)
    .filter((place) => hasSqlAt(trace, place) !== (sqlAt(trace, place) !== null))
    .map((place) => `${stepAt(trace, place).kind} of ${stepAt(trace, place).actor}`);
};

it.each(presets)('$name: a step is said to have SQL where there is some, and only there', ({ scenario }) => {
  expect(unlike(scenario)).toEqual([]);
});

it.each(['none', 'lease', 'skip-locked', 'head-of-key'] as const)(
  'so with relays that claim by %s',
  (claim) => {
    for (const { scenario } of presets) {
      const { relays } = scenario;
      expect(unlike({ ...scenario, relays: { ...relays, claim, count: 2 } })).toEqual([]);
    }
  },
);
