'use client';
import { type RefObject, useEffect } from 'react';

/** Calls back, once, when a pointer comes over the element or the focus enters it. */
export function useInterest(element: RefObject<HTMLElement | null>, interested: () => void): void {
  useEffect(() => {
    const listener = new AbortController();
    const first = () => {
      listener.abort();
      interested();
    };
    const { current } = element;
    // The pointer may rest there, or the focus be inside, before any script has come.
    if (current?.matches(':hover, :focus-within')) first();
    else {
      current?.addEventListener('pointerenter', first, { signal: listener.signal });
      current?.addEventListener('focusin', first, { signal: listener.signal });
    }
    return () => listener.abort();
  }, [element, interested]);
}
