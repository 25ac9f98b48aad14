import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario } from './scenario/scenario-file';
import { ledger } from './tell/notation';
import { run } from './trace';

/** Each a scenario that people know, and the whole of its trace. A change here is a change of what the simulator does. */
const NAMES = [
  ...['plain-outbox', 'crash-after-publish', 'outage', 'rollback-and-overlap', 'skip-locked', 'lease-expiry'],
  ...['head-of-key', 'fence-and-held-transaction', 'cdc-and-stopped-connector', 'dual-write-and-crash'],
  ...['poison-halt-and-redrive', 'before-publish-crash', 'kafka-and-rebalance'],
  ...['redis-streams-and-claim', 'notify-and-absent-listener', 'outbox-and-two-consumers'],
];

const pathOf = (file: string) => join(import.meta.dirname, 'golden', file);

const traced = (name: string): string => {
  const read = readScenario(readFileSync(pathOf(`${name}.yaml`), 'utf8'), `${name}.yaml`);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return `${ledger(run(read.value))}\n`;
};

describe('the golden traces', () => {
  it.each(NAMES)('%s', (name) => {
    const file = pathOf(`${name}.golden.txt`);
    // UPDATE_GOLDEN=1 writes them anew; read each of them before it is kept.
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, traced(name));
    expect(traced(name)).toBe(readFileSync(file, 'utf8'));
  });
});
