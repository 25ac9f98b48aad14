import { type Meaning, meanings } from '@/lib/scene/meanings';
import { SHAPES } from '@/lib/scene/shapes';

interface MarkProps {
  readonly meaning: Meaning;
}

/** A meaning's shape in its colour: never one without the other, and never without words beside it. */
export function Mark({ meaning }: MarkProps) {
  const { width, height, filled, strokes } = SHAPES[meaning];
  const colour = `var(${meanings[meaning].token})`;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {filled.map((path) => (
        <path key={path} d={path} fill={colour} />
      ))}
      {strokes.map(({ path, width: thickness, dash }) => (
        <path
          key={path}
          d={path}
          fill="none"
          stroke={colour}
          strokeWidth={thickness}
          strokeDasharray={dash?.join(' ')}
        />
      ))}
    </svg>
  );
}
