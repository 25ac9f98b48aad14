'use client';
import { useRef, useState } from 'react';
import type { AnswerSurfaceProps } from '@/components/workbench/answer-surface';
import { Heard } from '@/components/workbench/heard';
import { orderIn, writeOrder } from '@/lib/activities/order/order-answer';
import type { OrderConfig } from '@/lib/activities/order/order-config';
import { OfferedPiece } from './offered-piece';
import styles from './order-surface.module.css';
import { PlacedPiece } from './placed-piece';

/** Two lists: the pieces that are left, and the order so far. By pointer or by keys, never only by dragging. */
export function OrderSurface({ text, onText, config, label }: AnswerSurfaceProps) {
  const [said, setSaid] = useState('');
  const root = useRef<HTMLElement>(null);
  if (config === null) return <p className={styles['waiting']}>Fetching the pieces</p>;
  const { pieces } = config as unknown as OrderConfig;
  const order = orderIn(
    text,
    pieces.map(({ id }) => id),
  );
  const textOf = (id: string) => pieces.find((piece) => piece.id === id)?.text.replaceAll('`', '') ?? id;
  const left = pieces.filter(({ id }) => !order.includes(id));
  const put = (next: readonly string[], words: string, focused: string) => {
    onText(writeOrder(next));
    setSaid(words);
    // The lists are drawn anew before the focus can follow.
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(focused)?.focus());
  };
  const move = (id: string, by: -1 | 1) => {
    const to = order.indexOf(id) + by;
    if (to < 0 || to >= order.length) return setSaid(`${textOf(id)} is at the ${by < 0 ? 'top' : 'end'}.`);
    const next = order.filter((each) => each !== id);
    next.splice(to, 0, id);
    const control = document.activeElement?.getAttribute('data-control') ?? '';
    put(next, `${textOf(id)} moved to place ${to + 1} of ${order.length}.`, `[data-control="${control}"]`);
  };
  const add = (id: string) => {
    const following =
      left[left.findIndex((piece) => piece.id === id) + 1] ?? left.find((piece) => piece.id !== id);
    const focused = following === undefined ? `[data-control="${id} up"]` : `[data-piece="${following.id}"]`;
    put([...order, id], `${textOf(id)} added at place ${order.length + 1}.`, focused);
  };
  const remove = (id: string) => {
    const next = order.filter((each) => each !== id);
    put(next, `${textOf(id)} taken out of your order.`, `[data-piece="${id}"]`);
  };
  const placed = order.flatMap((id) => pieces.filter((piece) => piece.id === id));
  return (
    <section className={styles['order']} aria-label={label} ref={root}>
      <Heard>{said}</Heard>
      <div>
        <h3 id="pieces-left">Pieces</h3>
        <ul aria-labelledby="pieces-left">
          {left.map((piece) => (
            <OfferedPiece key={piece.id} piece={piece} onAdd={() => add(piece.id)} />
          ))}
        </ul>
        {left.length === 0 && (
          <p className={styles['empty']}>Every piece is in your order. Some may not belong.</p>
        )}
      </div>
      <div>
        <h3 id="pieces-placed">Your order</h3>
        <ol aria-labelledby="pieces-placed">
          {placed.map((piece, index) => (
            <PlacedPiece
              key={piece.id}
              piece={piece}
              place={index + 1}
              of={placed.length}
              onMove={(by) => move(piece.id, by)}
              onRemove={() => remove(piece.id)}
            />
          ))}
        </ol>
        {placed.length === 0 && (
          <p className={styles['empty']}>Add the piece that comes first. Not every piece belongs.</p>
        )}
      </div>
    </section>
  );
}
