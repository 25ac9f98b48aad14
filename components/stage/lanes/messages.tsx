import type { MessageItem } from '@/lib/scene/message-item';
import { fitting, Message, messageWidth } from './message';
import styles from './message.module.css';
import { useSlots } from './use-slots';

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
  const shown = messages.slice(0, fitting(width, messageWidth(messages, least), lines));
  const [list, slotOf] = useSlots<HTMLOListElement>(shown.map(({ key }) => key));
  if (shown.length === 0) return null;
  return (
    <ol ref={list} className={styles['messages']} aria-label={label}>
      {shown.map(({ key, event, meaning, state, words }) => (
        <li key={slotOf(key)}>
          <Message event={event} meaning={meaning} state={state} words={words} onPick={onPick} />
        </li>
      ))}
    </ol>
  );
}
