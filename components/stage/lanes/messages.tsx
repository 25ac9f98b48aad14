import type { MessageItem } from '@/lib/scene/message-item';
import { fitting, Message, messageWidth } from './message';
import styles from './message.module.css';

interface MessagesProps {
  readonly messages: readonly MessageItem[];
  /** What they are, in words. */
  readonly label: string;
  readonly width: number;
  readonly least: number;
  readonly lines?: number;
  readonly onPick: (event: number) => void;
}

/** Messages in a row, or in a few: as many as there is room for. */
export function Messages({ messages, label, width, least, lines = 1, onPick }: MessagesProps) {
  if (messages.length === 0) return null;
  const each = messageWidth(messages, least);
  return (
    <ol className={styles['messages']} aria-label={label}>
      {messages.slice(0, fitting(width, each, lines)).map(({ key, event, meaning, state, words }) => (
        <li key={key}>
          <Message event={event} meaning={meaning} state={state} words={words} onPick={onPick} />
        </li>
      ))}
    </ol>
  );
}
