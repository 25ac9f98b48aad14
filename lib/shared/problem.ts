import type { Place } from './place';

/** Something expected that is wrong with what a person wrote. It is a value, listed with all others, never thrown. */
export interface Problem {
  /** Permanent: once published, a code never changes its meaning. */
  readonly code: string;
  /** What is wrong and why, in full sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string | null;
  /** Relative to the folder that was read; null for a text that came from no file. */
  readonly file: string | null;
  readonly place: Place | null;
}

/** A problem of a text that came from no file, or of a file that only its teller knows. */
export const unplaced = (code: string, message: string, hint: string | null = null): Problem => ({
  code,
  message,
  hint,
  file: null,
  place: null,
});
