import { type RefObject, useEffect } from 'react';
import type { Millis } from '@/lib/sim/scenario/scenario';
import type { StageStore } from '@/lib/store/stage';

/** A press on the element moves the playhead there; a mouse may be dragged. By keyboard the timeline does the same. */
export function useSeek(element: RefObject<HTMLElement | null>, store: StageStore, span: Millis): void {
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const listener = new AbortController();
    const seek = ({ clientX }: MouseEvent) => {
      const { left, width } = current.getBoundingClientRect();
      store.seek(Math.min(Math.max(0, (clientX - left) / width), 1) * span);
    };
    current.addEventListener('click', seek, { signal: listener.signal });
    current.addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerType === 'mouse' && event.buttons === 1) seek(event);
      },
      { signal: listener.signal },
    );
    return () => listener.abort();
  }, [element, store, span]);
}
