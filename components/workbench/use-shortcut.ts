'use client';
import { type RefObject, useEffect, useRef } from 'react';

/** A single key that works while the focus is in the element, though never while somebody is writing. */
export function useShortcut(element: RefObject<HTMLElement | null>, key: string, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const { current } = element;
    const listener = new AbortController();
    const pressed = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      const writing = event.target instanceof Element && event.target.matches('textarea, input, select');
      if (modified || writing || event.key.toLowerCase() !== key) return;
      event.preventDefault();
      latest.current();
    };
    current?.addEventListener('keydown', pressed, { signal: listener.signal });
    return () => listener.abort();
  }, [element, key]);
}
