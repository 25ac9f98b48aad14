'use client';

import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';
import { loadSplit, moveSplit, type Split, usualSplit } from '@/lib/store/split';
import styles from './splitter.module.css';

const STEP = 2;

/** The divider between text and playground: it drags, and has keys (arrows, Home, End; Enter puts it back). */
export function Splitter() {
  const [split, setSplit] = useState(usualSplit);
  useEffect(() => setSplit(loadSplit()), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, split);
    if (target === null) return;
    event.preventDefault();
    setSplit(moveSplit(target));
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) {
      setSplit(moveSplit((event.clientX / window.innerWidth) * 100));
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> can be neither focused nor moved
    <div
      role="separator"
      tabIndex={0}
      aria-label="Width of the text"
      aria-orientation="vertical"
      aria-valuemin={split.least}
      aria-valuemax={split.most}
      aria-valuenow={Math.round(split.now)}
      className={styles['splitter']}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => setSplit(moveSplit(usualSplit.now))}
    />
  );
}

function targetOf(key: string, { now, least, most }: Split): number | null {
  switch (key) {
    case 'ArrowLeft':
      return now - STEP;
    case 'ArrowRight':
      return now + STEP;
    case 'Home':
      return least;
    case 'End':
      return most;
    case 'Enter':
      return usualSplit.now;
    default:
      return null;
  }
}
