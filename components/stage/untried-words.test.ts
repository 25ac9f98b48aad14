import { expect, it } from 'vitest';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { type Sketch, scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { scenarioToExplore } from './check-run';
import { untriedWords } from './untried-words';

const restart = { do: 'broker-restart', at: { ms: 5 } } as const;

it.each<readonly [string, Sketch<Scenario>, string | null]>([
  ['nothing, where all was tried', {}, null],
  [
    'the only fault that was not',
    { faults: [restart, restart] },
    'Not tried: the restart of the broker. What that comes to, only a run shows.',
  ],
  [
    'faults and settings, one after the other',
    {
      broker: { kind: 'kafka', retentionMs: 100 },
      consumers: [{ dedupWindowMs: 100 }],
      faults: [restart, { do: 'broker-down', from: 1, to: 2 }],
    },
    'Not tried: the restart of the broker, the outage of the broker, the dedup window of `shipping` and retention by time (`retentionMs`). What those come to, only a run shows.',
  ],
])('a verdict is told with what was left out: %s', (_, sketch, words) => {
  expect(untriedWords(scenarioToExplore(scenarioOf(sketch), []))).toBe(words);
});
