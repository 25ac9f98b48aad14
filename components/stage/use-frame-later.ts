import { useEffect, useState } from 'react';

/** A value that comes a frame later for as long as that is asked for: what changes at once is more than one frame can draw. */
export function useFrameLater<Value>(value: Value, later: boolean): Value {
  const [shown, show] = useState(value);
  // Whoever asks from now on waits from here.
  if (!later && shown !== value) show(value);
  useEffect(() => {
    if (!later) return;
    const frame = requestAnimationFrame(() => show(value));
    return () => cancelAnimationFrame(frame);
  }, [value, later]);
  return later ? shown : value;
}
