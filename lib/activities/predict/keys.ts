import type { JsonSchema } from '@/lib/shared/json';
import { listOf, object, slug, text } from '@/lib/shared/key-forms';
import { hints } from '../check-keys';
import { FIGURES } from './figures';

const when: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    is: { type: ['string', 'number', 'null'], description: 'The figure is exactly this.' },
    above: { type: 'number', description: 'The figure is more than this.' },
    below: { type: 'number', description: 'The figure is less than this.' },
    includes: text('Of a list, such as `breaks`: this stands in it.'),
    lacks: text('Of a list: this does not stand in it.'),
  },
  description: 'What the figure must be for this option to be right.',
};

const option: JsonSchema = object(['id', 'text', 'when'], {
  id: slug('What an answer names it by.'),
  text: text('What the learner reads.'),
  when,
});

const question: JsonSchema = object(['id', 'asks', 'figure'], {
  id: slug('Permanent; answers and the files in `wrong/` name it. It is a check as well.'),
  asks: text('The question.'),
  run: slug(
    'The scenario that settles it: `NAME` of `scenario.NAME.yaml`; `scenario.yaml` if this is left out.',
  ),
  figure: { enum: [...FIGURES], description: 'The figure of the run that settles it.' },
  unit: text('What is counted, such as `orders`.'),
  within: {
    type: 'number',
    minimum: 0,
    description: 'How far off a number may be; 0 if this is left out.',
  },
  options: {
    type: 'array',
    minItems: 2,
    items: option,
    description: 'To choose from, instead of a number.',
  },
  says: text('Of a wrong prediction. May hold `{answer}` and `{found}`.'),
  why: text('Why it comes so.'),
  hints,
});

/** The keys of activity.yaml that this kind reads, as the `properties` of a JSON Schema. */
export const keys: JsonSchema = {
  questions: listOf(question, 'What is to be said beforehand.'),
};
