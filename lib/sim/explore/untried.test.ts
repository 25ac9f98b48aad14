import { expect, it } from 'vitest';
import type { Scenario } from '../scenario/scenario';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import { untriedIn } from './untried';

const moment = { ms: 5 } as const;

it.each<readonly [string, Sketch<Scenario>, readonly string[]]>([
  ['nothing of what can be tried', {}, []],
  [
    'faults of the file, each once',
    {
      faults: [
        { do: 'broker-restart', at: moment },
        { do: 'broker-down', from: 1, to: 2 },
        { do: 'broker-restart', at: { ms: 9 } },
      ],
    },
    ['the file’s faults (`broker-restart`, `broker-down`)'],
  ],
  [
    'no crash that the budget pays for',
    { faults: [{ do: 'crash-relay', at: moment }], budgets: { crashes: 1 } },
    [],
  ],
  [
    'crashes of a service that is not crashed',
    { faults: [{ do: 'crash-service', at: moment }] },
    ['the file’s faults (`crash-service`)'],
  ],
  [
    'crashes beyond the budget',
    {
      publication: 'dual-write',
      faults: [
        { do: 'crash-relay', at: moment },
        { do: 'crash-service', at: moment },
        { do: 'redeliver', at: moment },
      ],
      budgets: { crashes: 1, redeliveries: 0 },
    },
    ['the file’s faults (`crash-relay`, `crash-service`, `redeliver`)'],
  ],
  [
    'nobody who is only late',
    {
      faults: [
        { do: 'slow-consumer', from: 1, to: 2, factor: 3 },
        { do: 'hold-transaction', from: 1, to: 2 },
      ],
    },
    [],
  ],
  ['no clock that nobody goes by', { faults: [{ do: 'clock-skew', ms: 9 }] }, []],
  [
    'a clock that leases go by',
    { relays: { claim: 'lease', leaseClock: 'relay' }, faults: [{ do: 'clock-skew', ms: 9 }] },
    ['the file’s faults (`clock-skew`)'],
  ],
  ['a dedup window', { consumers: [{ dedupWindowMs: 100 }] }, ['the dedup window of `shipping`']],
  [
    'dedup windows of those that dedup',
    {
      consumers: [
        { name: 'a', dedupWindowMs: 100 },
        { name: 'b', dedupWindowMs: 100, dedup: 'before' },
        { name: 'c', dedupWindowMs: 100, dedup: 'none' },
        { name: 'd' },
      ],
    },
    ['the dedup windows of `a`, `b`'],
  ],
  [
    'retention and purge',
    { broker: { kind: 'kafka', retentionMs: 500 }, relays: { purgeMs: 100 } },
    ['retention by time (`retentionMs`)', 'the purge (`purgeMs`)'],
  ],
  ['no retention of another broker', { broker: { kind: 'rabbitmq', retentionMs: 500 } }, []],
])('[R180] an exploration leaves out %s', (_, sketch, untried) => {
  expect(untriedIn(scenarioOf(sketch))).toEqual(untried);
});
