'use client';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { writeOrder } from '@/lib/activities/order/order-answer';
import type { Piece } from '@/lib/activities/order/order-config';

interface Arranging {
  /** What a screen reader hears of the last move. */
  readonly said: string;
  readonly add: (id: string) => void;
  readonly move: (id: string, by: -1 | 1) => void;
  readonly remove: (id: string) => void;
}

/** Moves pieces about, says where they went, and lets the focus go with them. */
export function useArranging(
  root: RefObject<HTMLElement | null>,
  pieces: readonly Piece[],
  order: readonly string[],
  onText: (text: string) => void,
): Arranging {
  const [said, setSaid] = useState('');
  const focusNext = useRef<string | null>(null);
  // A piece that moves is drawn anew and loses the focus, which follows it before the next key is pressed.
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    root.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  });
  const nameOf = (id: string) => pieces.find((piece) => piece.id === id)?.text.replaceAll('`', '') ?? id;
  const put = (next: readonly string[], words: string, focused: string) => {
    focusNext.current = focused;
    setSaid(words);
    onText(writeOrder(next));
  };
  return {
    said,
    add: (id) => {
      const left = pieces.filter((piece) => !order.includes(piece.id)).map((piece) => piece.id);
      const following = left[left.indexOf(id) + 1] ?? left.find((other) => other !== id);
      const focused = following === undefined ? `[data-control="${id} up"]` : `[data-piece="${following}"]`;
      put([...order, id], `${nameOf(id)} added at place ${order.length + 1}.`, focused);
    },
    move: (id, by) => {
      const to = order.indexOf(id) + by;
      if (to < 0 || to >= order.length) return setSaid(`${nameOf(id)} is at the ${by < 0 ? 'top' : 'end'}.`);
      const next = order.filter((each) => each !== id);
      next.splice(to, 0, id);
      const control = document.activeElement?.getAttribute('data-control') ?? '';
      put(next, `${nameOf(id)} moved to place ${to + 1} of ${order.length}.`, `[data-control="${control}"]`);
    },
    remove: (id) =>
      put(
        order.filter((each) => each !== id),
        `${nameOf(id)} taken out of your order.`,
        `[data-piece="${id}"]`,
      ),
  };
}
