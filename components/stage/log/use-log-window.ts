import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { AT_ONCE, WHILE_MOVING, windowOf } from './log-window';

/** Which entries are on show, where the list is scrolled to, and whether a voice reads what is new. */
export function useLogWindow(count: number, moving: boolean) {
  const box = useRef<HTMLDivElement>(null);
  /** The first entry, and where it stood when earlier ones were asked for. */
  const stood = useRef<{ readonly entry: HTMLElement; readonly top: number } | null>(null);
  const [held, setHeld] = useState<number | null>(null);
  const [stepping, hush] = useStepping(count);
  const shown = windowOf(count, held, moving ? WHILE_MOVING : AT_ONCE);
  if (held !== null && shown.follows) setHeld(null);
  const { from, follows } = shown;
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null || from > count) return;
    // The list is laid out from its end, so the newest stays in sight by itself; what was read before stays where it was.
    if (!follows && stood.current !== null)
      current.scrollTop += stood.current.entry.offsetTop - stood.current.top;
    stood.current = null;
  }, [count, from, follows]);
  // The button may be gone after its press: the focus stays in the log.
  const lookBack = useCallback(() => {
    const entry = box.current?.querySelector('li') ?? null;
    stood.current = entry === null ? null : { entry, top: entry.offsetTop };
    setHeld(Math.max(0, from - AT_ONCE));
    box.current?.focus({ preventScroll: true });
  }, [from]);
  const follow = useCallback(() => {
    hush();
    setHeld(null);
    if (box.current !== null) box.current.scrollTop = 0;
    box.current?.focus({ preventScroll: true });
  }, [hush]);
  return { box, shown, live: stepping && !moving && follows, lookBack, follow };
}

/** Whether the last change was a single step, and what makes it none. */
function useStepping(count: number): readonly [boolean, () => void] {
  const [last, setLast] = useState({ count, by: 0 });
  if (last.count !== count) setLast({ count, by: count - last.count });
  const hush = useCallback(() => setLast((now) => ({ ...now, by: 0 })), []);
  return [Math.abs(last.by) === 1, hush];
}
