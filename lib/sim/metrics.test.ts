import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricsAt } from './metrics';
import { commands } from './notation';
import { run, worldAt } from './run';
import { readScenario } from './scenario-file';
import type { StepKind } from './step';

const read = readScenario('seed: 9\nworkload: { orders: 0 }', 'scenario.yaml');
if (!read.ok) throw new Error('The scenario cannot be read.');
const quiet = read.value;

/** The counters right after the n-th step of a kind. */
function after(text: string, kind: StepKind, occurrence = 1) {
  const trace = run(quiet, commands(text));
  const { at } = trace.steps.filter((step) => step.kind === kind)[occurrence - 1] ?? { at: Number.NaN };
  return metricsAt(trace, at);
}

describe('the counters', () => {
  it.each([
    ['[R50] an open transaction is not pending', 'order@0', 'inserted', 1, { pending: 0 }],
    ['[R50] a committed row is', 'order@0', 'committed', 1, { pending: 1, inFlight: 0 }],
    ['[R50] a row is pending until it is marked', 'order@0', 'confirmed', 1, { pending: 1 }],
    ['[R50] and no longer', 'order@0', 'marked', 1, { pending: 0 }],
    [
      '[R51] a message is in flight once it left the relay',
      'order@0',
      'sent',
      1,
      { inFlight: 1, delivered: 0 },
    ],
    ['[R51] until the consumer has handled it', 'order@0', 'applied', 1, { inFlight: 0, delivered: 1 }],
    ['[R51] or the broker refused it', 'down@0 order@10', 'refused', 1, { inFlight: 0, pending: 1, lost: 0 }],
    [
      '[R53] a skipped copy is a redelivery',
      'order@0 crash@0',
      'skipped',
      1,
      { delivered: 1, redelivered: 1 },
    ],
    [
      '[R53] and so is a doubled effect',
      'dedup-off@0 order@0 crash@0',
      'applied',
      2,
      { delivered: 1, redelivered: 1 },
    ],
    ['[R11] nothing of a rollback is counted', 'rollback@0', 'rolled-back', 1, { pending: 0, lost: 0 }],
  ] as const)('%s', (_, text, kind, occurrence, expected) => {
    expect(after(text, kind, occurrence)).toMatchObject(expected);
  });

  it('[R50] [R51] [R52] [R53] [R54] agree with the world at every step, and nothing is ever lost', () => {
    const deeds = fc.array(
      fc.tuple(
        fc.constantFrom('order', 'order', 'rollback', 'crash', 'down', 'up', 'dedup-off', 'dedup-on'),
        fc.integer({ min: 0, max: 2000 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(deeds, (some) => {
        const trace = run(quiet, commands(some.map(([word, at]) => `${word}@${at}`).join(' ')));
        for (const { at } of trace.steps) {
          const { outbox, relay, deliveries, messages } = worldAt(trace, at);
          const handled = messages.filter(({ outcomes }) => outcomes[0] !== null);
          const delivered = new Set(handled.map(({ event }) => event.number)).size;
          expect(metricsAt(trace, at)).toEqual({
            pending: outbox.filter(({ dispatchedAt }) => dispatchedAt === null).length,
            inFlight: deliveries.length + (relay.phase === 'publishing' ? 1 : 0),
            delivered,
            redelivered: handled.length - delivered,
            lost: 0,
          });
        }
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});
