import type { JsonSchema } from '@/lib/shared/json';
import { STEP_KINDS } from '../../step';
import { choice, count, map, millis, shift, times } from './form';

/** What can go wrong, and which keys each of them needs and may have besides. */
export const FAULT_KEYS = {
  'crash-relay': { needs: ['at'], may: ['relay'] },
  'crash-consumer': { needs: ['at'], may: ['consumer'] },
  'crash-service': { needs: ['at'], may: [] },
  redeliver: { needs: ['at'], may: ['consumer'] },
  replay: { needs: ['at'], may: ['consumer'] },
  'broker-down': { needs: ['from', 'to'], may: [] },
  'broker-restart': { needs: ['at'], may: [] },
  'slow-consumer': { needs: ['from', 'to', 'factor'], may: ['consumer'] },
  'hold-transaction': { needs: ['from', 'to'], may: [] },
  'connector-stopped': { needs: ['from', 'to'], may: [] },
  'clock-skew': { needs: ['ms'], may: ['relay'] },
} as const;

const at = map('When it happens: right after a step, or at a time.', {
  step: choice('The step to wait for.', STEP_KINDS),
  occurrence: count('Which of these steps, counted from 1; the first if this is left out.', 1, 1_000_000),
  ms: millis('The time, instead of a step.'),
});

const fault = map(
  'One thing that goes wrong.',
  {
    do: choice('What goes wrong.', Object.keys(FAULT_KEYS)),
    at,
    from: millis('When it begins, for what lasts a while.'),
    to: millis('When it is over, for what lasts a while.', 1),
    relay: count('Which relay, counted from 1; the first that can if this is left out.', 1, 16),
    consumer: { type: 'string', description: 'Which consumer, by its name.' },
    factor: times('For `slow-consumer`: how many times slower it is.', 1, 10_000),
    ms: shift('For `clock-skew`: how far the relay’s clock is ahead; behind where it is negative.'),
  },
  ['do'],
);

/** What goes wrong, and when. */
export const faults: JsonSchema = {
  type: 'array',
  maxItems: 100,
  items: fault,
  default: [],
  description: 'What goes wrong, and when.',
};
