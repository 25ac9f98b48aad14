'use client';
import { type RefObject, useEffect, useState } from 'react';

/** Widths nearer to each other are drawn alike, so that a window being dragged is not painted at every pixel. */
const GRAIN = 8;

/** The width of an element in whole grains of pixels, followed as it changes. */
export function useWidth(element: RefObject<HTMLElement | null>, before: number): number {
  const [width, setWidth] = useState(before);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.width ?? 0;
      if (now > 0) setWidth(Math.floor(now / GRAIN) * GRAIN);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
