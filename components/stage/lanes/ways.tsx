import type { Layout } from '@/lib/scene/layout';
import styles from './ways.module.css';

/** The ways between the boxes, faint: what travels on them is drawn over them. */
export function Ways({ layout }: { readonly layout: Layout }) {
  return (
    <svg
      className={styles['ways']}
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden="true"
    >
      {layout.ways.map(({ x1, y1, x2, y2 }) => (
        <line key={`${x1} ${y1} ${x2} ${y2}`} x1={x1} y1={y1} x2={x2} y2={y2} />
      ))}
    </svg>
  );
}
