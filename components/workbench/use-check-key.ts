'use client';
import { type RefObject, useEffect, useRef } from 'react';

/** Ctrl+Enter, or ⌘ Enter, checks a drawn answer from wherever the focus is in it. An editor has its own. */
export function useCheckKey(
  element: RefObject<HTMLElement | null>,
  active: boolean,
  check: () => void,
): void {
  const latest = useRef(check);
  useEffect(() => {
    latest.current = check;
  });
  useEffect(() => {
    if (!active) return;
    const { current } = element;
    const listener = new AbortController();
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    current?.addEventListener('keydown', pressed, { signal: listener.signal });
    return () => listener.abort();
  }, [element, active]);
}
