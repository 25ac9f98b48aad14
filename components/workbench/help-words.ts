// What the ways into an exercise are called, and in which order they are offered.
import type { Fade } from '@/lib/activities/fade';

interface FadeWords {
  readonly name: string;
  readonly means: string;
}

export const fadeWords: Readonly<Record<Fade, FadeWords>> = {
  empty: { name: 'Empty sheet', means: 'Nothing but the task.' },
  blanks: { name: 'Fill the blanks', means: 'The solution, with gaps where it matters.' },
  order: { name: 'Put in order', means: 'Every line of the solution, shuffled.' },
  worked: { name: 'Worked example', means: 'The whole solution, to read and to try.' },
};

const LEAST_TO_MOST: readonly Fade[] = ['empty', 'blanks', 'order', 'worked'];

/** From the least help to the most; what the activity begins with can always be had. */
export const fadesInOrder = (fades: readonly Fade[], first: Fade): readonly Fade[] =>
  LEAST_TO_MOST.filter((fade) => fade === first || fades.includes(fade));
