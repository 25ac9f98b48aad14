'use client';
import { useRef } from 'react';
import type { AnswerSurfaceProps } from '@/components/workbench/answer-surface';
import { Heard } from '@/components/workbench/heard';
import { orderIn } from '@/lib/activities/order/order-answer';
import type { OrderConfig } from '@/lib/activities/order/order-config';
import { OfferedPiece } from './offered-piece';
import styles from './order-surface.module.css';
import { PlacedPiece } from './placed-piece';
import { useArranging } from './use-arranging';

/** Two lists: the pieces that are left, and the order so far. By pointer or by keys, never only by dragging. */
export function OrderSurface({ name, text, onText, config, label }: AnswerSurfaceProps) {
  const root = useRef<HTMLElement>(null);
  const pieces = (config as unknown as OrderConfig | null)?.pieces ?? [];
  const order = orderIn(
    text,
    pieces.map(({ id }) => id),
  );
  const { said, add, move, remove } = useArranging(root, pieces, order, onText);
  if (config === null) return <p className={styles['waiting']}>Fetching the pieces</p>;
  const left = pieces.filter(({ id }) => !order.includes(id));
  const placed = order.flatMap((id) => pieces.filter((piece) => piece.id === id));
  return (
    <section className={styles['order']} aria-label={label} ref={root}>
      <Heard>{said}</Heard>
      <div>
        <h3 id={`${name}-left`}>Pieces</h3>
        <ul aria-labelledby={`${name}-left`}>
          {left.map((piece) => (
            <OfferedPiece key={piece.id} piece={piece} onAdd={() => add(piece.id)} />
          ))}
        </ul>
        {left.length === 0 && (
          <p className={styles['empty']}>Every piece is in your order. Some may not belong.</p>
        )}
      </div>
      <div>
        <h3 id={`${name}-placed`}>Your order</h3>
        <ol aria-labelledby={`${name}-placed`}>
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
