import { describe, expect, it } from 'vitest';
import { chanceRun } from '../scenario/run-chance';
import type { Step } from '../step';
import { run, stepsOf, type Trace, worldAfter } from '../trace';
import { before } from './before';
import { pauseAfter } from './pauses';

const brokers = ['rabbitmq', 'kafka', 'redis-streams', 'notify', 'outbox'] as const;

const tracesAt = (kind: (typeof brokers)[number]): readonly Trace[] =>
  Array.from({ length: 30 }, (_, index) => {
    const { scenario, commands } = chanceRun(index + 1, [kind]);
    return run(scenario, commands, 1500);
  });

/** Whether a step looks back to an earlier one, if none between them does for it. */
function looksTo({ kind, event, actor, value }: Step, earlier: Step, actors: readonly string[]): boolean {
  switch (kind) {
    case 'began':
    case 'inserted':
    case 'committed':
    case 'rolled-back':
    case 'service-crashed':
      return ['began', 'inserted', 'committed'].includes(earlier.kind) && earlier.event === event;
    case 'marked':
      return value === 0 && earlier.kind === 'committed' && earlier.event === event;
    case 'polled':
    case 'clock-skewed':
      return earlier.kind === 'clock-skewed' && earlier.actor === actor;
    case 'refused':
      return value > 0 && earlier.kind === 'polled' && earlier.actor === actors[value + 1];
    case 'unconfirmed':
    case 'mark-refused':
    case 'failed-to-publish':
      return earlier.kind === 'polled' && earlier.actor === actor;
    default:
      return false;
  }
}

describe.each(brokers)('what went before a step, in runs by chance at %s', (kind) => {
  it('is the last of those that it could look back to', () => {
    let found = 0;
    for (const trace of tracesAt(kind)) {
      const steps = stepsOf(trace);
      for (const [place, step] of steps.entries()) {
        const nearest = steps
          .slice(0, place)
          .findLastIndex((earlier) => looksTo(step, earlier, trace.actors));
        expect([place, before(trace, place)]).toEqual([place, nearest < 0 ? null : nearest]);
        if (nearest >= 0) found += 1;
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  it('is a pause as long as the world has it, asked for from the end', () => {
    for (const trace of tracesAt(kind)) {
      for (let place = trace.length - 1; place >= 0; place -= 1) {
        const { kind: what, event } = stepsOf(trace)[place] as Step;
        if (what !== 'failed-to-publish') continue;
        const until = worldAfter(trace, place + 1).times.notBefore[event] ?? Number.NaN;
        expect(pauseAfter(trace, place)).toBe(until / 1000);
      }
    }
  });
});
