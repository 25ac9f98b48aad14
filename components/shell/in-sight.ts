/** Calls once some of an element is in sight. Returns what ends the watch. */
export function onceInSight(element: Element | null, seen: () => void): () => void {
  if (element === null) return () => undefined;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    seen();
  });
  observer.observe(element);
  return () => observer.disconnect();
}
