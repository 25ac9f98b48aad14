import type { RefObject } from 'react';
import { Key } from './key';
import styles from './skip-to-timeline.module.css';
import { keyOf } from './stage-keys';

interface SkipToTimelineProps {
  readonly playhead: RefObject<HTMLInputElement | null>;
}

/** Past every message of the picture and every step of the log; seen only by whoever comes to it by keyboard. */
export const SkipToTimeline = ({ playhead }: SkipToTimelineProps) => (
  <button
    type="button"
    className={styles['skip']}
    aria-keyshortcuts={keyOf('timeline').spoken}
    onClick={() => playhead.current?.focus()}
  >
    Skip to the timeline
    <Key>{keyOf('timeline').shown}</Key>
  </button>
);
