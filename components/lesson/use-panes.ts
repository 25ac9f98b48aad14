import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useMedia } from '@/components/shell/use-media';

export type Pane = 'text' | 'playground';

/** Another one each time, so that the same activity can be asked for twice. */
export interface AskedFor {
  readonly activityId: string;
}

interface Panes {
  /** Whether they are tabs; otherwise both are shown. */
  readonly narrow: boolean;
  readonly pane: Pane;
  readonly show: (pane: Pane) => void;
  /** Opens an activity in the playground, and moves the focus there. */
  readonly enterPlayground: (activityId: string) => void;
  /** The activity that the text asked for last; null as long as it asked for none. */
  readonly askedFor: AskedFor | null;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly playground: RefObject<HTMLDivElement | null>;
}

/** Which of text and playground a narrow screen shows. Both share the page's scroll, so each gets its own back. */
export function usePanes(): Panes {
  const narrow = useMedia('(max-width: 899px)', false);
  const [pane, setPane] = useState<Pane>('text');
  const [askedFor, setAskedFor] = useState<AskedFor | null>(null);
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
    if (askedFor !== null) playground.current?.focus({ preventScroll: true });
  }, [askedFor]);

  const show = useCallback(
    (next: Pane) => {
      scrolled.current[pane] = window.scrollY;
      setPane(next);
    },
    [pane],
  );
  const enterPlayground = useCallback(
    (activityId: string) => {
      show('playground');
      setAskedFor({ activityId });
    },
    [show],
  );
  return { narrow, pane, show, enterPlayground, askedFor, frame, playground };
}
