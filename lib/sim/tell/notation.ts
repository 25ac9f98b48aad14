// Runs in one line, for tests: what was done on the way in, what happened on the way out.
import { type Command, DEDUPS, type Deed } from '../scenario/scenario';
import type { Step } from '../step';
import { stepsOf, type Trace } from '../trace';

const DEEDS: { readonly [word: string]: Deed } = {
  order: { do: 'place-order' },
  rollback: { do: 'place-and-roll-back' },
  crash: { do: 'arm-crash' },
  'crash-now': { do: 'crash-relay' },
  'crash-consumer': { do: 'crash-consumer' },
  'crash-service': { do: 'crash-service' },
  redeliver: { do: 'redeliver' },
  replay: { do: 'replay' },
  down: { do: 'broker-down' },
  up: { do: 'broker-up' },
  restart: { do: 'broker-restart' },
  hold: { do: 'hold-transaction' },
  release: { do: 'release-transaction' },
  stop: { do: 'stop-connector' },
  start: { do: 'start-connector' },
  redrive: { do: 'redrive' },
  'dedup-off': { do: 'set-dedup', consumer: 'shipping', dedup: 'none' },
  'dedup-on': { do: 'set-dedup', consumer: 'shipping', dedup: 'same-transaction' },
};

/** `order@0 crash@40`: what is done, and when. A crash waits for the moment between publish and mark. */
export const commands = (text: string): readonly Command[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [name = '', at = ''] = word.split('@');
      const deed = DEEDS[name];
      if (deed === undefined) throw new Error(`Nobody can do "${name}".`);
      return { at: Number(at), ...deed };
    });

/** `inserted 1 · committed 1 · polled 1 · published 1 …`: the steps without their times. */
export const story = (trace: Trace): string => stepsOf(trace).map(brief).join(' · ');

/** A line a step, with its time to the microsecond, its actor, and its value where `brief` leaves it out. */
export const ledger = (trace: Trace): string =>
  stepsOf(trace)
    .map((step) => `${seconds(step)} ${step.actor.padEnd(10)} ${brief(step)}${restOf(step)}`)
    .join('\n');

const seconds = ({ at }: Step): string => `${(at / 1000).toFixed(6)} s`;

const restOf = ({ kind, value }: Step): string =>
  value > 0 && detail(kind, value) === null ? ` = ${value}` : '';

/** `published 1 again` is the second copy, `again (3)` the third; `applied 1 ×2` is the second effect. */
export function brief(step: Step): string {
  const { kind, event, events, value } = step;
  const one = event === 0 ? [] : [event];
  return [kind, ...(events.length > 0 ? events : one), ...(detail(kind, value) ?? [])].join(' ');
}

/** What the value of such a step comes to; null where it is told as it is, or not at all. */
function detail(kind: Step['kind'], value: number): readonly string[] | null {
  switch (kind) {
    case 'published':
    case 'confirmed':
    case 'unconfirmed':
    case 'delivered':
    case 'redelivered':
    case 'recorded':
    case 'skipped':
    case 'acked':
      if (value < 2) return [];
      return value === 2 ? ['again'] : [`again (${value})`];
    case 'applied':
    case 'failed':
    case 'returned':
    case 'failed-to-publish':
      return value > 1 ? [`×${value}`] : [];
    case 'broker-restarted':
      return value > 0 ? [`lost ${value}`] : [];
    case 'dedup-set':
      return [DEDUPS[value] as string];
    // Its rows are told one by one.
    case 'polled':
      return [];
    default:
      return null;
  }
}
