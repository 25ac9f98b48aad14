// What it comes to if something is done at a moment, told before it is done.
import type { Millis } from '@/lib/sim/scenario/scenario';
import { seconds } from '@/lib/sim/tell/clock';

/** What a moment is asked about: how far the run was watched, and what another would be called: `another run`. */
export interface Watched {
  readonly seen: Millis;
  readonly next: string;
}

/** Somebody has seen what came after: to do something there makes another run. */
const isPast = (at: Millis, { seen }: Watched): boolean => at < seen;

/** `At 1.250 s, in the past: this makes Run 2`. */
export function momentWords(at: Millis, watched: Watched): string {
  const moment = `At ${seconds(at)} s`;
  return isPast(at, watched) ? `${moment}, in the past: this makes ${watched.next}` : moment;
}
