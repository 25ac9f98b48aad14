'use client';

/** What there is to say of the database while a check waits for it. */
export function DatabaseLine() {
  return 'Asking PostgreSQL';
}
