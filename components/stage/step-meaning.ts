import type { Meaning } from '@/lib/scene/meanings';
import type { Step, StepKind } from '@/lib/sim/step';

/** The steps that mean one thing, whatever they say. */
const MEANINGS: { readonly [Kind in StepKind]?: Meaning } = {
  committed: 'pending',
  refused: 'pending',
  unconfirmed: 'pending',
  'failed-to-publish': 'pending',
  skipped: 'duplicate',
  redelivered: 'duplicate',
  'gave-up': 'dead',
  'dead-lettered': 'dead',
  parked: 'dead',
  dropped: 'lost',
  missed: 'lost',
  trimmed: 'lost',
  crashed: 'crash',
  'consumer-crashed': 'crash',
  'service-crashed': 'crash',
  'broker-down': 'crash',
  'broker-restarted': 'crash',
};

/** The mark of a step in the log; null for those that only lead to another. */
export function meaningOf({ kind, value }: Pick<Step, 'kind' | 'value'>): Meaning | null {
  switch (kind) {
    case 'published':
      return value > 1 ? 'duplicate' : 'flight';
    case 'applied':
      return value > 1 ? 'duplicate' : 'delivered';
    default:
      return MEANINGS[kind] ?? null;
  }
}

const LANDMARKS: readonly StepKind[] = [
  'committed',
  'published',
  'applied',
  'skipped',
  'crashed',
  'consumer-crashed',
  'service-crashed',
  'broker-down',
  'broker-restarted',
  'dead-lettered',
  'gave-up',
  'dropped',
  'missed',
  'trimmed',
];

/** The steps that are painted on the timeline: a row, its message, its end, and what went wrong. */
export const isLandmark = ({ kind }: Pick<Step, 'kind'>): boolean => LANDMARKS.includes(kind);
