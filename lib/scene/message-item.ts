import type { KeptMessage } from '@/lib/sim/look/kept-view';
import type { MessageView } from '@/lib/sim/look/view';
import type { Meaning } from './meanings';

/** A message as it stands somewhere: at the broker, in a hand. */
export interface MessageItem {
  /** Different from all others beside it. */
  readonly key: string;
  readonly event: number;
  /** 0 where copies are not counted. */
  readonly copy: number;
  readonly meaning: Meaning;
  readonly state: KeptMessage['state'];
  /** For those who cannot see the mark: `event 3, copy 2, waits`. */
  readonly words: string;
}

const FATES = { waiting: 'waits', unacked: 'in hand, not acknowledged', consumed: 'read' } as const;

/** A second copy is a duplicate wherever it stands. */
export function messageItem(message: MessageView, state: KeptMessage['state'], place: number): MessageItem {
  const { event, copy, redelivered } = message;
  const read = state === 'consumed' ? 'delivered' : 'flight';
  const again = redelivered ? ', handed out before' : '';
  return {
    key: `${place} ${event}/${copy}`,
    event,
    copy,
    meaning: copy > 1 ? 'duplicate' : read,
    state,
    words: `${nameOfMessage(message)}, ${FATES[state]}${again}`,
  };
}

export const nameOfMessage = ({ event, copy }: Pick<MessageView, 'event' | 'copy'>): string =>
  copy > 1 ? `event ${event}, copy ${copy}` : `event ${event}`;

export const messageItems = (messages: readonly KeptMessage[]): readonly MessageItem[] =>
  messages.map((message, place) => messageItem(message, message.state, place));
