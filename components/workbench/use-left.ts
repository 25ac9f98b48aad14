'use client';
import { type RefObject, useEffect } from 'react';

/** Calls back when the focus goes elsewhere, or a pointer presses elsewhere, for as long as something is open. */
export function useLeft(element: RefObject<HTMLElement | null>, open: boolean, left: () => void): void {
  useEffect(() => {
    if (!open) return;
    const listener = new AbortController();
    const { signal } = listener;
    const ifElsewhere = (target: EventTarget | null) => {
      if (!(target instanceof Node && element.current?.contains(target))) left();
    };
    element.current?.addEventListener('focusout', ({ relatedTarget }) => ifElsewhere(relatedTarget), {
      signal,
    });
    document.addEventListener('pointerdown', ({ target }) => ifElsewhere(target), { signal });
    return () => listener.abort();
  }, [element, open, left]);
}
