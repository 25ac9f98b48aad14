// What the order service sends: a row with each transaction; in a dual write, its message.
import type { StepKind } from '@/lib/sim/step';
import { MEANS, WAY } from './flights-kinds';
import { fly, lasting, type Rule, type Sky, stopAt, turnRound } from './flights-sky';

/** No transaction takes longer by itself; one that waits for a broker sets out shortly before its end. */
const LONGEST_WRITE = 220_000;

/** Without an insert of its own a commit is one with it. */
const LEAST_WRITE = 5_000;

function hear(sky: Sky): void {
  sky.written[sky.event] = sky.now;
}

/** The row reaches the outbox with the commit. A dual write has no outbox, and so no row that travels. */
function write(sky: Sky): number {
  const { now, plan } = sky;
  if (plan.scenario.publication === 'dual-write') return -1;
  const takes = lasting(sky, sky.written[sky.event] as number, LEAST_WRITE, LONGEST_WRITE);
  return fly(sky, WAY.write, MEANS.quiet, now - takes, now);
}

export const serviceRules: { readonly [Kind in StepKind]?: Rule } = {
  inserted: hear,
  committed(sky) {
    write(sky);
    hear(sky);
  },
  'rolled-back'(sky) {
    const place = write(sky);
    if (place >= 0) turnRound(sky, place, 50);
  },
  'service-crashed'(sky) {
    if (sky.event === 0 || sky.value % 2 === 1) return;
    const place = write(sky);
    if (place >= 0) stopAt(sky, place, 50, MEANS.quiet);
  },
};
