/** A failed check: an exclamation mark in a ring. The words beside it say the same. */
export function FailIcon() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="5.2" fill="none" stroke="var(--dead)" strokeWidth="1.5" />
      <path d="M6 3v3.8M6 8.2v1.2" stroke="var(--dead)" strokeWidth="1.7" />
    </svg>
  );
}
