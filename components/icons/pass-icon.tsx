/** A passed check: a tick. The words beside it say the same. */
export function PassIcon() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M1.5 6.5 4.8 9.6 10.5 2.8" fill="none" stroke="var(--delivered)" strokeWidth="2" />
    </svg>
  );
}
