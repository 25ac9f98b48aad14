import { Mark } from '@/components/marks/mark';
import type { Meaning } from '@/lib/scene/meanings';
import styles from './message.module.css';

interface MessageProps {
  readonly event: number;
  readonly meaning: Meaning;
  /** In words, for whoever cannot see the mark. */
  readonly words: string;
  readonly state?: 'waiting' | 'unacked' | 'consumed';
  /** How often, where that is more than once. */
  readonly times?: number;
  readonly onPick: (event: number) => void;
}

/** An event as it stands somewhere. To press it is to ask for its life. */
export function Message({ event, meaning, words, state = 'waiting', times = 1, onPick }: MessageProps) {
  return (
    <button
      type="button"
      className={styles['message']}
      data-meaning={meaning}
      data-state={state}
      title={words}
      aria-label={words}
      onClick={() => onPick(event)}
    >
      <Mark meaning={meaning} />
      {event}
      {times > 1 && <span className={styles['times']}>×{times}</span>}
    </button>
  );
}

interface Told {
  readonly event: number;
  readonly meaning?: Meaning;
}

/** Pixels that each of these takes at most, side by side. The mark of a duplicate is the widest. */
export function messageWidth(messages: readonly Told[], least: number): number {
  const digits = String(Math.max(0, ...messages.map(({ event }) => event))).length;
  const mark = messages.some(({ meaning }) => meaning === 'duplicate') ? 16 : 12;
  return Math.max(least, 14 + mark + 8 * digits);
}

/** How many of a width stand beside each other. */
export const fitting = (width: number, each: number, lines = 1): number =>
  lines * Math.max(1, Math.floor((width + 4) / (each + 4)));
