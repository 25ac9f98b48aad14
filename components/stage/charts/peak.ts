import { at, timeAt } from '@/lib/sim/columns';
import type { Ledger } from '@/lib/sim/look/ledger';
import type { Millis } from '@/lib/sim/scenario/scenario';
import type { Trace } from '@/lib/sim/trace';

/** A run with how things stood after each of its steps. */
export interface Counted {
  readonly trace: Trace;
  readonly ledger: Ledger;
}

/** The most there ever was, and when first. Of all steps, not only of those that a chart has room for. */
export interface Peak {
  readonly most: number;
  readonly at: Millis;
}

export function peakOfPending({ ledger, trace }: Counted): Peak {
  const { pending } = ledger.columns;
  return highest(trace, (place) => at(pending, place));
}

/** Of all groups together. */
export function peakOfLag({ ledger, trace }: Counted): Peak {
  const { lag } = ledger;
  return highest(trace, (place) => {
    let sum = 0;
    for (const column of lag) sum += at(column, place);
    return sum;
  });
}

/** A row is at its oldest when the step comes that changes which one is the oldest; the last ones at the end. */
export function peakOfAge({ ledger: { dueSince }, trace }: Counted): Peak {
  const { codes, length, end } = trace;
  let most = 0;
  let when = 0;
  for (let place = 0; place < length; place += 1) {
    const since = timeAt(dueSince, place);
    if (since < 0) continue;
    const until = place + 1 < length ? timeAt(codes.at, place + 1) / 1000 : end;
    if (until - since > most) {
      most = until - since;
      when = until;
    }
  }
  return { most, at: when };
}

function highest({ codes, length }: Trace, value: (place: number) => number): Peak {
  let most = 0;
  let place = -1;
  for (let step = 0; step < length; step += 1) {
    if (value(step) <= most) continue;
    most = value(step);
    place = step;
  }
  return { most, at: place === -1 ? 0 : timeAt(codes.at, place) / 1000 };
}
