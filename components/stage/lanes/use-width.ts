'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';

/** The width of the element that takes the ref, followed as it changes; 0 until the page runs in a browser. */
export function useWidth<Kind extends HTMLElement>(): readonly [RefObject<Kind | null>, number] {
  const element = useRef<Kind>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const here = element.current;
    if (here === null) return;
    setWidth(Math.floor(here.getBoundingClientRect().width));
    const observer = new ResizeObserver((entries) => {
      const measured = entries.at(-1)?.contentRect.width;
      if (measured !== undefined) setWidth(Math.floor(measured));
    });
    observer.observe(here);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
