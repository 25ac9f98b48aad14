'use client';
import { type RefObject, useLayoutEffect, useRef } from 'react';

interface FocusListeners {
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Where the focus goes when what had it is taken away with the content of an element: to the nearest around it that
 * can be focused, so that the keys there still act. A removed element says no goodbye.
 */
export function useKeptFocus(element: RefObject<HTMLElement | null>, content: unknown): FocusListeners {
  const isInside = useRef(false);
  const before = useRef(content);
  useLayoutEffect(() => {
    if (before.current === content) return;
    before.current = content;
    if (!isInside.current || document.activeElement !== document.body) return;
    isInside.current = false;
    element.current?.parentElement?.closest<HTMLElement>('[tabindex]')?.focus();
  }, [element, content]);
  return {
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: () => {
      isInside.current = false;
    },
  };
}
