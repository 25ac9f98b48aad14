// Why something broke, read off what the program did on the way there.
import type { Remembered } from '@/lib/sim/process/remembered';
import type { Invariant, Scenario } from '@/lib/sim/scenario/scenario';
import { consumerCause } from './consumer-causes';
import { type Cause, type Moment, momentsOf } from './moments';
import { relayCause } from './relay-causes';

export function causeOf(invariant: Invariant, remembered: Remembered | undefined, scenario: Scenario): Cause {
  if (remembered === undefined) return { name: null, line: null };
  const moments = momentsOf(remembered);
  const cause =
    remembered.role === 'relay'
      ? relayCause(invariant, moments, scenario)
      : consumerCause(invariant, moments);
  return cause ?? { name: null, line: lastLine(moments) };
}

/** Where it stood when nothing more came of it. */
const lastLine = (moments: readonly Moment[]): number | null => moments.at(-1)?.turn.line ?? null;
