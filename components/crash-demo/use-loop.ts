import { useEffect, useState } from 'react';
import type { Millis } from '@/lib/sim/scenario/scenario';

/** Model time runs this much slower than the reader's. */
const PACE = 0.15;
/** How long the end stands before the loop begins again, in the reader's milliseconds. */
const REST = 5000;

/** Plays from 0 to `end` over and over; stands at the end for whoever asked for less motion, until they press play. */
export function useLoop(end: Millis) {
  const [playing, setPlaying] = useState(false);
  const [elapsed, setElapsed] = useState(end / PACE);

  useEffect(() => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    setElapsed(0);
    setPlaying(true);
  }, []);

  useEffect(() => {
    if (!playing) return;
    let before = performance.now();
    let frame = requestAnimationFrame(function tick(now) {
      const passed = now - before;
      before = now;
      // A tab that slept goes on where it was.
      setElapsed((sofar) => (sofar + Math.min(passed, 100)) % (end / PACE + REST));
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, end]);

  return { time: Math.min(end, elapsed * PACE), playing, toggle: () => setPlaying(!playing) };
}
