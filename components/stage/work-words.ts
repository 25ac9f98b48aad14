// What the stage says of its own work: of runs that are being computed, were not, or are not whole.
import type { Trace } from '@/lib/sim/trace';
import type { Work } from '@/lib/store/stage';

/** Null where there is nothing to say. */
export function workWords(work: Work): string | null {
  switch (work.at) {
    case 'idle':
      return null;
    case 'running':
      return 'Computing the run.';
    case 'stopped':
      return 'Stopped. What you see is the run as it was before.';
    case 'failed':
      return `The run could not be computed. ${work.words}`;
    case 'refused':
      return work.words;
  }
}

/** Of a run that ends where something made it end, and not where nothing was left to happen. */
export function unfinishedWords({ unfinished, length, fault }: Trace): string | null {
  if (fault !== undefined) return `The run ends here. ${fault.words}`;
  if (!unfinished || length === 0) return null;
  return `Stopped after ${length.toLocaleString('en')} steps: it would have gone on.`;
}
