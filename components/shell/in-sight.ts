/** Milliseconds: a page that is being laid out, or scrolled through, shows much for less. */
const LOOKED_AT = 300;

/** Pixels: to see no more than an edge is not to look at something. */
const EDGE = 100;

/** Calls once some of an element has stayed in sight. Returns what ends the watch. */
export function onceInSight(element: Element | null, seen: () => void): () => void {
  if (element === null) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      clearTimeout(timer);
      if (entries.at(-1)?.isIntersecting === true) timer = setTimeout(found, LOOKED_AT);
    },
    { rootMargin: `0px 0px -${EDGE}px 0px` },
  );
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  const found = () => {
    stop();
    seen();
  };
  observer.observe(element);
  return stop;
}
