import { expect, it } from 'vitest';
import type { Json } from '@/lib/shared/json';
import { scenarioFrom } from '@/lib/sim/scenario/scenario-file';
import { FAULT_KINDS, faultOf } from './faults';

/** What a fault needs around it. */
const AROUND: { readonly [kind: string]: JsonMap } = {
  'crash-service': { publication: 'dual-write' },
  'connector-stopped': { publication: 'cdc' },
  replay: { broker: { kind: 'kafka' } },
};

type JsonMap = { readonly [key: string]: Json };

it.each(FAULT_KINDS)('a new fault is one that can be run: %s', (kind) => {
  const read = scenarioFrom({ seed: 1, ...AROUND[kind], faults: [faultOf(kind)] });
  expect(read.ok ? [] : read.problems.map(({ message }) => message)).toEqual([]);
});

it('keeps the moment when its kind changes', () => {
  const at = { ms: 1250 };
  expect(faultOf('redeliver', { do: 'crash-relay', at, relay: 2 })).toEqual({ do: 'redeliver', at });
});
