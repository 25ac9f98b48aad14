import { type Meaning, meanings } from '@/lib/scene/meanings';

interface MarkProps {
  readonly meaning: Meaning;
}

const SIZE = 12;

/** A meaning's shape in its colour: never one without the other, and never without words beside it. */
export function Mark({ meaning }: MarkProps) {
  const width = meaning === 'duplicate' ? SIZE + 4 : SIZE;
  return (
    <svg width={width} height={SIZE} viewBox={`0 0 ${width} ${SIZE}`} aria-hidden="true">
      <Shape meaning={meaning} colour={`var(${meanings[meaning].token})`} />
    </svg>
  );
}

interface ShapeProps {
  readonly meaning: Meaning;
  readonly colour: string;
}

function Shape({ meaning, colour }: ShapeProps) {
  switch (meaning) {
    case 'pending':
      return <circle cx="6" cy="6" r="4.2" fill="none" stroke={colour} strokeWidth="2" />;
    case 'flight':
      return <path d="M2 1.5 11 6 2 10.5Z" fill={colour} />;
    case 'delivered':
      return <circle cx="6" cy="6" r="5" fill={colour} />;
    case 'duplicate':
      return (
        <>
          <circle cx="6" cy="6" r="5" fill={colour} />
          <circle cx="10" cy="6" r="4.4" fill="none" stroke={colour} strokeWidth="1.6" />
        </>
      );
    case 'dead':
      return <rect x="1.5" y="1.5" width="9" height="9" fill={colour} />;
    case 'lost':
      return (
        <circle
          cx="6"
          cy="6"
          r="4.4"
          fill="none"
          stroke={colour}
          strokeWidth="1.8"
          strokeDasharray="2.6 2.2"
        />
      );
    case 'crash':
      return <path d="M1.5 1.5l9 9m0-9l-9 9" fill="none" stroke={colour} strokeWidth="2.4" />;
  }
}
