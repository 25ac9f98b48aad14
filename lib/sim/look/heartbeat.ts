// When a relay last gave a sign of life. A poll that finds nothing is no step, so polls are counted at their interval.

import type { Millis } from '../scenario/scenario';
import { FIRST_RELAY, type Step, type StepKind } from '../step';
import type { Trace } from '../trace';
import { relayCount } from './passage';

export interface Pulse {
  /** Of its first poll, and between one and the next. */
  readonly offset: Millis;
  readonly interval: Millis;
  up: boolean;
  /** Its last sign of life that is known from a step, or, while it is down, the last of all. */
  last: Millis | null;
}

/** The relays of a trace, before its first step. */
export function pulses(trace: Trace): readonly Pulse[] {
  const interval = trace.scenario.relays.pollMs;
  const count = relayCount(trace);
  return Array.from({ length: count }, (_, relay) => ({
    offset: Math.floor((interval * 1000 * relay) / count) / 1000,
    interval,
    up: true,
    last: null,
  }));
}

/** What is done to a relay is no sign of its life. */
const DONE_TO_IT: ReadonlySet<StepKind> = new Set<StepKind>([
  'crashed',
  'connector-stopped',
  'armed',
  'clock-skewed',
  'lease-expired',
]);

export function countHeartbeat(all: readonly Pulse[], { kind, at }: Step, actor: number): void {
  const pulse = all[actor - FIRST_RELAY];
  if (pulse === undefined) return;
  if (kind === 'crashed' || kind === 'connector-stopped') {
    pulse.last = heartbeatOf(pulse, at);
    pulse.up = false;
  }
  if (DONE_TO_IT.has(kind)) return;
  pulse.up = true;
  pulse.last = at;
}

/** Its last step or, while it is up, its last poll. */
export function heartbeatOf({ offset, interval, up, last }: Pulse, time: Millis): Millis | null {
  if (!up || time < offset) return last;
  return Math.max(last ?? 0, offset + Math.floor((time - offset) / interval) * interval);
}
