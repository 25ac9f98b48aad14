import { useId } from 'react';
import { Mark } from '@/components/marks/mark';
import type { Meaning } from '@/lib/scene/meanings';
import { SHAPES } from '@/lib/scene/shapes';
import type { Millis } from '@/lib/sim/scenario/scenario';
import type { Landmark } from '../landmarks';
import styles from './timeline.module.css';

interface PaintedMarksProps {
  readonly marks: readonly Landmark[];
  readonly span: Millis;
  readonly width: number;
}

/** What lies over another comes later: what went wrong over the rest. */
const UPWARD: readonly Meaning[] = ['pending', 'flight', 'delivered', 'dead', 'lost', 'duplicate', 'crash'];

/** Free space around a mark, which parts it from the line below. */
const RIM = 2;

/**
 * The marks of a track as one drawing, a line for each meaning with the meaning's mark at its points: a hundred elements
 * would each be laid out and blended anew wherever the playhead goes.
 */
export function PaintedMarks({ marks, span, width }: PaintedMarksProps) {
  const id = useId();
  const told = UPWARD.filter((meaning) => marks.some((mark) => mark.meaning === meaning));
  return (
    <svg className={styles['marks']} aria-hidden="true">
      <defs>
        {told.map((meaning) => (
          <Marker key={meaning} id={`${id}${meaning}`} meaning={meaning} />
        ))}
      </defs>
      {told.map((meaning) => (
        <polyline
          key={meaning}
          data-meaning={meaning}
          points={marks
            .filter((mark) => mark.meaning === meaning)
            .map(({ at }) => `${(at / span) * width},8`)
            .join(' ')}
          style={{ marker: `url(#${id}${meaning})` }}
        />
      ))}
    </svg>
  );
}

function Marker({ id, meaning }: { readonly id: string; readonly meaning: Meaning }) {
  const { width, height } = SHAPES[meaning];
  const [across, down] = [width / 2 + RIM, height / 2 + RIM];
  return (
    <marker
      id={id}
      viewBox={`${-RIM} ${-RIM} ${2 * across} ${2 * down}`}
      markerUnits="userSpaceOnUse"
      markerWidth={2 * across}
      markerHeight={2 * down}
      refX={width / 2}
      refY={height / 2}
    >
      <ellipse cx={width / 2} cy={height / 2} rx={across} ry={down} fill="var(--panel)" />
      <g>
        <Mark meaning={meaning} />
      </g>
    </marker>
  );
}
