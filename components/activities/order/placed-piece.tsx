import { CodeText } from '@/components/workbench/code-text';
import type { Piece } from '@/lib/activities/order/order-config';
import styles from './order-surface.module.css';

interface PlacedPieceProps {
  readonly piece: Piece;
  /** Counted from 1. */
  readonly place: number;
  readonly of: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** A piece of the order. The arrow keys move it while the focus is on one of its buttons; Delete takes it out. */
export function PlacedPiece({ piece, place, of, onMove, onRemove }: PlacedPieceProps) {
  const { id, text, sql, code } = piece;
  const name = text.replaceAll('`', '');
  const control = (does: string, words: string, act: () => void, idle: boolean) => (
    // It stays in reach of the focus at the ends as well, so that nobody loses their place.
    <button
      type="button"
      data-control={`${id} ${does}`}
      aria-label={`${words}: ${name}`}
      aria-disabled={idle}
      onClick={act}
      onKeyDown={(event) => {
        const wanted = KEYS[event.key];
        if (wanted === undefined || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        if (wanted === 'remove') onRemove();
        else onMove(wanted);
      }}
    >
      {words}
    </button>
  );
  return (
    <li className={styles['placed']}>
      <span className={styles['text']}>
        <CodeText>{text}</CodeText>
      </span>
      {(sql ?? code) !== null && <code className={styles['code']}>{sql ?? code}</code>}
      <div className={styles['moves']}>
        {control('up', 'Up', () => onMove(-1), place === 1)}
        {control('down', 'Down', () => onMove(1), place === of)}
        {control('remove', 'Remove', onRemove, false)}
      </div>
    </li>
  );
}

const KEYS: { readonly [key: string]: -1 | 1 | 'remove' } = {
  ArrowUp: -1,
  ArrowDown: 1,
  Delete: 'remove',
  Backspace: 'remove',
};
