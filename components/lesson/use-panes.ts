import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useMedia } from '@/components/shell/use-media';

export type Pane = 'text' | 'playground';

interface Panes {
  /** Whether they are tabs; otherwise both are shown. */
  readonly narrow: boolean;
  readonly pane: Pane;
  readonly show: (pane: Pane) => void;
  /** Shows the playground and moves the focus into it. */
  readonly enterPlayground: () => void;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly playground: RefObject<HTMLDivElement | null>;
}

/** Which of text and playground a narrow screen shows. Both share the page's scroll, so each gets its own back. */
export function usePanes(): Panes {
  const narrow = useMedia('(max-width: 899px)', false);
  const [pane, setPane] = useState<Pane>('text');
  const [entries, setEntries] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const playground = useRef<HTMLDivElement>(null);
  const scrolled = useRef<Record<Pane, number>>({ text: 0, playground: 0 });

  // A tab may have been used before the page's scripts came.
  useLayoutEffect(() => {
    if (frame.current?.dataset['pane'] === 'playground') setPane('playground');
  }, []);
  useLayoutEffect(() => {
    if (narrow) window.scrollTo(0, scrolled.current[pane]);
  }, [pane, narrow]);
  useLayoutEffect(() => {
    if (entries > 0) playground.current?.focus({ preventScroll: true });
  }, [entries]);

  const show = useCallback(
    (next: Pane) => {
      scrolled.current[pane] = window.scrollY;
      setPane(next);
    },
    [pane],
  );
  const enterPlayground = useCallback(() => {
    show('playground');
    setEntries((count) => count + 1);
  }, [show]);
  return { narrow, pane, show, enterPlayground, frame, playground };
}
