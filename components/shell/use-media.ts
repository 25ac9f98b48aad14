import { useCallback, useSyncExternalStore } from 'react';

/** Whether the media query holds, followed as it changes; `before` until the page runs in a browser. */
export function useMedia(query: string, before: boolean): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => before,
  );
}
