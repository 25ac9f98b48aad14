import { useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Milliseconds of the reader's after which what is told follows, whatever else the page has to do. */
const BEHIND = 300;

/** A value that may come after all else, while the page is busy with something more urgent, but not much later. */
export function useTold<Value>(value: Value): Value {
  const deferred = useDeferredValue(value);
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  // It holds for as long as what is deferred stays what it was.
  const [hurried, hurry] = useState({ over: value, value });
  const isBehind = deferred !== value;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setInterval(() => hurry({ over: deferred, value: latest.current }), BEHIND);
    return () => clearInterval(timer);
  }, [isBehind, deferred]);
  return hurried.over === deferred ? hurried.value : deferred;
}
