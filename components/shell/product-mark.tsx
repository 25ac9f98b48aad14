/** One message and its second delivery. */
export function ProductMark() {
  return (
    <svg width="30" height="20" viewBox="0 0 30 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" fill="var(--ink)" />
      <circle cx="19" cy="10" r="8" fill="none" stroke="var(--ink)" strokeWidth="2" />
    </svg>
  );
}
