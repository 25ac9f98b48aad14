import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExplorer } from './explore/explore';
import { isPlain, packTrace, unpackTrace } from './packed';
import { ownProcesses } from './process/own-processes';
import { goodRelay, processOf } from './process/process-fixture';
import { advance } from './run';
import { chanceRun } from './scenario/run-chance';
import type { Command, Scenario } from './scenario/scenario';
import { readScenario } from './scenario/scenario-file';
import { scenarioOf } from './scenario/scenario-fixture';
import { ledger } from './tell/notation';
import { run, type Trace, worldAfter } from './trace';
import type { World } from './world';

/** What arrives on the other side; here nothing is left of what went. */
function sent(trace: Trace): Trace {
  if (!isPlain(trace)) throw new Error('Only a plain trace is sent.');
  const { packed, buffers } = packTrace(trace);
  return unpackTrace(structuredClone(packed, { transfer: [...buffers] }));
}

const contents = ({ now, steps, stamped, random, memories }: World): string =>
  JSON.stringify([now, steps, stamped, random, memories.map(({ cells }) => Array.from(cells as Int32Array))]);

/** Worlds all along a trace, and each a while later. */
const worlds = (trace: Trace): readonly string[] =>
  Array.from({ length: 24 }, (_, part) => {
    const world = worldAfter(trace, Math.floor((trace.length * part) / 23));
    const first = contents(world);
    for (let more = 0; more < 40 && advance(world); more += 1);
    return first + contents(world);
  });

function isTheSame(scenario: Scenario, commands: readonly Command[] = [], limit = 3000) {
  const trace = run(scenario, commands, limit);
  const again = sent(run(scenario, commands, limit));
  expect(ledger(again)).toBe(ledger(trace));
  expect(worlds(again)).toEqual(worlds(trace));
  const { plan: _, codes: __, checkpoints: ___, ...rest } = trace;
  expect(again).toMatchObject(rest);
}

const golden = join(import.meta.dirname, 'golden');

describe('a trace that was handed over', () => {
  it.each(readdirSync(golden).filter((name) => name.endsWith('.yaml')))('is the same again: %s', (name) => {
    const read = readScenario(readFileSync(join(golden, name), 'utf8'), name);
    if (!read.ok) throw new Error(`${name} cannot be read.`);
    isTheSame(read.value);
  });

  it.each(['rabbitmq', 'kafka', 'redis-streams', 'notify', 'outbox'] as const)(
    'is the same again, with what was done to it: runs by chance at %s',
    (kind) => {
      for (let seed = 1; seed <= 15; seed += 1) {
        const { scenario, commands } = chanceRun(seed, [kind]);
        isTheSame(scenario, commands, 1500);
      }
    },
  );

  it('is the same where there are many checkpoints', () => {
    isTheSame(scenarioOf({ workload: { orders: 800, everyMs: 5 }, relays: { batch: 100 } }), [], 20_000);
  });

  it('takes its columns along, no longer than they were used', () => {
    const trace = run(scenarioOf());
    if (!isPlain(trace)) throw new Error('A run of a scenario alone is plain.');
    const { packed, buffers } = packTrace(trace);
    const columns = [packed.codes, ...packed.checkpoints.map(({ changes }) => changes)].flatMap((part) =>
      Object.values(part as object),
    );
    structuredClone(packed, { transfer: [...buffers] });
    expect(packed.codes.at.length).toBe(0);
    expect(columns.every((column: Int32Array) => column.length === 0)).toBe(true);
    expect(sent(run(scenarioOf())).codes.kind.length).toBe(trace.length);
  });
});

it('an exploration’s path is not packed, and neither is a learner’s process', () => {
  const doubling = scenarioOf({ workload: { orders: 1 }, consumers: [{ name: 'shipping', dedup: 'none' }] });
  const { trace } = createExplorer(doubling).advance(100_000) ?? {};
  if (!trace) throw new Error('Nothing broke.');
  const own = run(scenarioOf(), [], 100, ownProcesses({ relay: processOf(goodRelay) }));
  expect([isPlain(trace), isPlain(own), isPlain(run(scenarioOf()))]).toEqual([false, false, true]);
});
