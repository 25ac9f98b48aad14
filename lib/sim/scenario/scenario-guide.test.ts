import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readScenario } from './scenario-file';
import { keyTables } from './scenario-guide';

const file = 'lib/sim/SCENARIOS.md';
const between = /(<!-- keys -->\n)[\s\S]*(<!-- \/keys -->)/;

it('the guide has every key of a scenario file, with its default, as the schema has it', () => {
  const guide = readFileSync(file, 'utf8');
  const whole = guide.replace(between, (_, start: string, end: string) => `${start}${keyTables()}\n${end}`);
  if (process.env['UPDATE_GUIDE'] === '1') writeFileSync(file, whole);
  expect(guide).toBe(whole);
});

it('the example of the guide is a scenario', () => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(file, 'utf8')) ?? [];
  const scenario = readScenario(example, 'example.yaml');
  expect(scenario.ok && scenario.value.faults).toEqual([
    { do: 'crash-relay', at: { step: 'published', occurrence: 1 } },
    { do: 'broker-down', from: 2000, to: 5000 },
  ]);
});
