// Runs in one line, for tests: what was done on the way in, what happened on the way out.

import { seconds } from './clock';
import type { Trace } from './run';
import type { Command, Deed } from './scenario';
import type { Step } from './step';

const DEEDS: { readonly [word: string]: Deed } = {
  order: { do: 'place-order' },
  rollback: { do: 'place-and-roll-back' },
  crash: { do: 'crash-relay' },
  down: { do: 'broker-down' },
  up: { do: 'broker-up' },
  'dedup-off': { do: 'set-dedup', consumer: 'shipping', dedup: 'none' },
  'dedup-on': { do: 'set-dedup', consumer: 'shipping', dedup: 'same-transaction' },
};

/** `order@0 crash@40`: what is done, and when. */
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

/** `inserted 1 · committed 1 · polled 1 · sent 1 …`: the steps without their times. */
export const story = ({ steps }: Trace): string => steps.map(brief).join(' · ');

/** A line a step, with time and actor. */
export const ledger = ({ steps }: Trace): string =>
  steps.map((step) => `${seconds(step.at)} ${step.actor.padEnd(8)} ${brief(step)}`).join('\n');

function brief(step: Step): string {
  const words = [step.kind, ...detail(step)];
  if ('copy' in step && step.copy > 1) words.push(step.copy === 2 ? 'again' : `again (${step.copy})`);
  return words.join(' ');
}

function detail(step: Step): readonly (string | number)[] {
  switch (step.kind) {
    case 'polled':
      return step.rows;
    case 'crashed':
      return step.unmarked === null ? [] : [step.unmarked];
    case 'dedup-set':
      return [step.dedup];
    case 'applied':
      return step.times > 1 ? [step.event.number, `×${step.times}`] : [step.event.number];
    default:
      return 'event' in step ? [step.event.number] : [];
  }
}
