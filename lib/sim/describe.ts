import { unreachable } from '@/lib/shared/unreachable';
import { sqlOf } from './sql';
import type { Step } from './step';

/** What a step did, for people: a sentence that may hold `code` in backticks, and the SQL it stands for. */
export interface Description {
  readonly words: string;
  readonly sql: string | null;
}

export const describe = (step: Step): Description => ({ words: wordsOf(step), sql: sqlOf(step) });

/** `shipping` → `Shipping`. */
export const nameOf = (consumer: string): string => consumer.charAt(0).toUpperCase() + consumer.slice(1);

function wordsOf(step: Step): string {
  switch (step.kind) {
    case 'inserted':
      return `The order service wrote order ${step.event.number} and row ${step.row} of the outbox, not committed yet.`;
    case 'committed':
      return `The transaction committed: order ${step.event.number} and row ${step.row} stand together.`;
    case 'rolled-back':
      return `The transaction rolled back: order ${step.event.number} and row ${step.row} are both gone. The number ${step.row} is not given out again.`;
    case 'polled':
      return `The relay polled and found ${listOf(step.rows)} pending.`;
    case 'sent':
      return step.copy === 1
        ? `The relay sends event ${step.event.number} to the broker.`
        : `The relay finds row ${step.row} still pending and sends event ${step.event.number} to the broker again.`;
    case 'published':
      return step.copy === 1
        ? `The broker took event ${step.event.number}.`
        : `The broker took event ${step.event.number} again: a duplicate.`;
    case 'refused':
      return `The broker could not be reached with event ${step.event.number}. Row ${step.row} stays pending.`;
    case 'confirmed':
      return `The broker’s confirm for event ${step.event.number} reached the relay.`;
    case 'unconfirmed':
      return `The connection broke before the confirm for event ${step.event.number} came. The relay cannot know that the broker has it, so row ${step.row} stays pending.`;
    case 'marked':
      return `The relay set \`dispatched_at\` on row ${step.row}.`;
    case 'armed':
      return 'The relay will crash once it has published a row, before it can mark it.';
    case 'crashed':
      return step.unmarked === null
        ? 'The relay crashed.'
        : `The relay crashed before it could mark row ${step.unmarked}.`;
    case 'restarted':
      return 'The relay restarted.';
    case 'applied':
      return appliedWords(step);
    case 'skipped':
      return `${nameOf(step.actor)} received event ${step.event.number} again, knew its id and skipped it.`;
    case 'broker-down':
      return 'The broker went down. What it holds, it keeps.';
    case 'broker-up':
      return 'The broker is up again.';
    case 'dedup-set':
      return step.dedup === 'none'
        ? `${nameOf(step.actor)} no longer looks at event ids.`
        : `${nameOf(step.actor)} records each event’s id with its effect from now on.`;
    default:
      return unreachable(step);
  }
}

function appliedWords(step: Extract<Step, { kind: 'applied' }>): string {
  const name = nameOf(step.actor);
  const { number } = step.event;
  if (step.times > 1)
    return `${name} received event ${number} again and ${again(step.actor)}: ${step.times} effects of one event.`;
  return step.dedup === 'none'
    ? `${name} received event ${number} and ${once(step.actor)}, without recording its id.`
    : `${name} received event ${number}, recorded its id and ${once(step.actor)}, in one transaction.`;
}

const once = (consumer: string): string =>
  consumer === 'shipping' ? 'booked the parcel' : 'made its effect';

const again = (consumer: string): string =>
  consumer === 'shipping' ? 'booked another parcel' : 'made its effect once more';

function listOf(rows: readonly number[]): string {
  const last = rows.at(-1);
  return rows.length === 1 ? `row ${last}` : `rows ${rows.slice(0, -1).join(', ')} and ${last}`;
}
