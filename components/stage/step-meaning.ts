import type { Meaning } from '@/components/marks/meanings';
import type { Step } from '@/lib/sim/step';

/** The mark of a step in the log; null for those that only lead to another. */
export function meaningOf(step: Step): Meaning | null {
  switch (step.kind) {
    case 'committed':
    case 'refused':
    case 'unconfirmed':
      return 'pending';
    case 'sent':
    case 'published':
      return step.copy > 1 ? 'duplicate' : 'flight';
    case 'applied':
      return step.times > 1 ? 'duplicate' : 'delivered';
    case 'skipped':
      return 'duplicate';
    case 'crashed':
    case 'broker-down':
      return 'crash';
    default:
      return null;
  }
}

/** The steps that are painted on the timeline: a row, its message, its end, and what went wrong. */
export const isLandmark = ({ kind }: Step): boolean =>
  ['committed', 'sent', 'applied', 'skipped', 'crashed', 'broker-down'].includes(kind);
