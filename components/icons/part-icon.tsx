interface PartIconProps {
  /** From 0 to 1. */
  readonly fraction: number;
}

const RADIUS = 4.6;
const LENGTH = 2 * Math.PI * RADIUS;

/** Progress as an arc; before it begins a dash, whole a closed ring. The words beside it say the same. */
export function PartIcon({ fraction }: PartIconProps) {
  if (fraction === 0) {
    return (
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 6h8" stroke="var(--line-strong)" strokeWidth="2" />
      </svg>
    );
  }
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r={RADIUS} fill="none" stroke="var(--line-strong)" strokeWidth="2" />
      <circle
        cx="6"
        cy="6"
        r={RADIUS}
        fill="none"
        stroke="var(--ink)"
        strokeWidth="2"
        strokeDasharray={`${fraction * LENGTH} ${LENGTH}`}
        transform="rotate(-90 6 6)"
      />
    </svg>
  );
}
