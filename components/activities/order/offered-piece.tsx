import { CodeText } from '@/components/workbench/code-text';
import type { Piece } from '@/lib/activities/order/order-config';
import styles from './order-surface.module.css';

interface OfferedPieceProps {
  readonly piece: Piece;
  readonly onAdd: () => void;
}

/** A piece that is not in the order: pressing it adds it at the end. */
export function OfferedPiece({ piece: { id, text, sql, code }, onAdd }: OfferedPieceProps) {
  return (
    <li>
      <button type="button" className={styles['offered']} data-piece={id} onClick={onAdd}>
        <span className={styles['text']}>
          <CodeText>{text}</CodeText>
        </span>
        {(sql ?? code) !== null && <code className={styles['code']}>{sql ?? code}</code>}
        <span className={styles['add']}>Add</span>
      </button>
    </li>
  );
}
