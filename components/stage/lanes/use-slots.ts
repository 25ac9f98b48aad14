import { type RefObject, useRef } from 'react';
import { type Slots, slotsOf } from './slots';

/**
 * Numbers the elements of a list, to be their keys: as few are made anew as can be. While the focus is in the list, what
 * comes has elements of its own, so that nobody presses something else than they meant to.
 */
export function useSlots<Kind extends HTMLElement>(
  keys: readonly string[],
): readonly [RefObject<Kind | null>, (key: string) => number | undefined] {
  const list = useRef<Kind>(null);
  // Asked again for the same keys it stays the same, however often React draws.
  const slots = useRef<Slots>(new Map());
  const isHeld = list.current?.contains(document.activeElement) === true;
  slots.current = slotsOf(slots.current, keys, isHeld);
  const known = slots.current;
  return [list, (key) => known.get(key)];
}
