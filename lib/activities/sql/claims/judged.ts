// How much can be said of a claim.
import type { Context } from '../ran';
import type { Tries } from './tries';
import { isUnmarked } from './wrong-turn';

/** The tries, if there is anything to be said of what was taken and written down; else null. */
export const judged = (context: Context): Tries | null => {
  const { tries } = context;
  return tries === null || isUntried(context) || isUnmarked(tries) ? null : tries;
};

/** PostgreSQL has refused it before it was tried: `runs` tells. */
export const isRefused = ({ runs }: Context): boolean => runs.some(({ refused }) => refused !== null);

/** The relay cannot know what it has taken. */
export const hasNoIds = ({ turns }: Tries): boolean => turns.some(({ taken }) => taken.includes(null));

/** Nothing can be said of what was taken. */
export const isUntried = (context: Context): boolean =>
  isRefused(context) || context.tries === null || context.tries.error !== null || hasNoIds(context.tries);
