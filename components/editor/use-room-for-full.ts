'use client';
import { useSyncExternalStore } from 'react';

const SMALL = '(pointer: coarse), (max-width: 899px)';

/** Whether the full editor fits: not on phones, nor where fingers point. False until the page lives. */
export const useRoomForFull = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const small = window.matchMedia(SMALL);
      small.addEventListener('change', changed);
      return () => small.removeEventListener('change', changed);
    },
    () => !window.matchMedia(SMALL).matches,
    () => false,
  );
