'use client';
import { type RefObject, useCallback, useRef, useState } from 'react';
import type { StageStore } from '@/lib/store/stage';
import { type AskedMoment, anchorOf } from './timeline/menu-place';

interface Asking {
  /** The moment at which somebody wants to do something; null while nobody does. */
  readonly asked: AskedMoment | null;
  readonly setAsked: (asked: AskedMoment | null) => void;
  /** Asks about the playhead's moment, at the button. */
  readonly ask: () => void;
  readonly askButton: RefObject<HTMLButtonElement | null>;
}

/** Whether somebody is choosing what to do, and at which moment. */
export function useAsking({ state }: StageStore): Asking {
  const askButton = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<AskedMoment | null>(null);
  const ask = useCallback(() => {
    const { current } = askButton;
    if (current !== null) setAsked({ at: state.getState().time, anchor: anchorOf(current) });
  }, [state]);
  return { asked, setAsked, ask, askButton };
}
