// The keys of `catalogue.yaml`. A description is what its author reads as a hint.
import type { JsonSchema } from '@/lib/shared/json';
import { listOf, slug, text } from '@/lib/shared/key-forms';
import { INVARIANTS } from '../scenario/scenario';
import { choice, count, map } from '../scenario/scenario-schema/form';
import { FIGURES } from './preset';

const figures: JsonSchema = Object.fromEntries(
  FIGURES.map((figure) => [figure, count('A figure, as `look/metrics.ts` counts it.', 0, 1_000_000)]),
);

const run = map(
  'How things stand at the end of the timed run; a figure that is left out is 0.',
  {
    ...figures,
    breaks: listOf(
      choice('An invariant.', [...INVARIANTS, 'I7']),
      'The invariants that the timed run breaks, in their order.',
    ),
    most: map('The highest that a figure stood at during the run.', figures),
  },
  ['delivered'],
);

const explore: JsonSchema = {
  ...map(
    'What trying every order of things comes to, or null where that says nothing about the preset.',
    {
      verdict: choice('What it comes to.', ['holds', 'broken']),
      invariant: choice('The invariant that breaks.', INVARIANTS),
      steps: count('The length of the shortest way to it.', 1, 1000),
    },
    ['verdict'],
  ),
  type: ['object', 'null'],
};

const preset = map(
  'One preset.',
  {
    name: slug('Permanent: links name it.'),
    file: text('A file of this folder.'),
    title: text('What happens, in plain words.'),
    says: text('What goes wrong or right, and why, in one or two sentences.'),
    watch: text('What to look for on the stage.'),
    pitfall: {
      type: 'string',
      pattern: '^P[1-9][0-9]*$',
      title: 'a pitfall such as `P6`',
      description: 'The pitfall that it shows.',
    },
    mend: slug('The preset that mends it, in the same group.'),
    expects: map('What it is held to.', { run, explore, because: text('Why `explore` is null.') }, [
      'run',
      'explore',
    ]),
  },
  ['name', 'file', 'title', 'says', 'watch', 'expects'],
);

/** The schema of the catalogue. */
export const catalogueSchema: JsonSchema = map(
  'The presets of the sandbox.',
  {
    groups: listOf(
      map(
        'Presets that belong together.',
        { title: text('Its heading.'), presets: listOf(preset, 'In their order.') },
        ['title', 'presets'],
      ),
      'In their order.',
    ),
  },
  ['groups'],
);
