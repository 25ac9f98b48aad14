import { type RefObject, useCallback, useEffect, useState } from 'react';
import { onceInSight } from '@/components/shell/in-sight';
import type { drawIn } from './drawing';

interface Fetched {
  /** Null until it is there. Without it, all is said in words. */
  readonly draw: typeof drawIn | null;
  /** It could not be fetched. */
  readonly failed: boolean;
  readonly tryAgain: () => void;
}

/** What draws the lines, fetched when the charts come into sight. */
export function useDrawing(charts: RefObject<HTMLElement | null>): Fetched {
  const [draw, setDraw] = useState<typeof drawIn | null>(null);
  const [sought, setSought] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(() => onceInSight(charts.current, () => setSought(1)), [charts]);
  useEffect(() => {
    if (sought === 0) return;
    let wanted = true;
    import('./drawing').then(
      ({ drawIn }) => wanted && setDraw(() => drawIn),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [sought]);
  const tryAgain = useCallback(() => {
    setFailed(false);
    setSought((times) => times + 1);
  }, []);
  return { draw, failed, tryAgain };
}
