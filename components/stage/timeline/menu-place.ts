// Where a menu opens: below what it belongs to, or above where there is more room, and never beyond the window.
import type { Millis } from '@/lib/sim/scenario/scenario';

/** What a menu belongs to, in pixels of the window. */
export interface Anchor {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** A moment that somebody points at, to do something there. */
export interface AskedMoment {
  readonly at: Millis;
  readonly anchor: Anchor;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 8;

export function placeFor(
  { x, top, bottom }: Anchor,
  menu: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  const within = (at: number, size: number, room: number) =>
    Math.max(MARGIN, Math.min(at, room - size - MARGIN));
  const fitsBelow = bottom + MARGIN + menu.height <= window.height - MARGIN;
  const wanted = fitsBelow ? bottom + MARGIN : top - MARGIN - menu.height;
  return {
    left: within(x - menu.width / 2, menu.width, window.width),
    top: within(wanted, menu.height, window.height),
  };
}

/** The middle of an element. */
export function anchorOf(element: Element): Anchor {
  const { left, width, top, bottom } = element.getBoundingClientRect();
  return { x: left + width / 2, top, bottom };
}
