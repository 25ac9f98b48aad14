import type { JsonSchema } from '@/lib/shared/json';
import { listOf, object, slug, text } from '@/lib/shared/key-forms';
import { hints } from '../check-keys';

/** A word or a number. */
const form: JsonSchema = { type: ['string', 'number'], minLength: 1, description: 'One form of the answer.' };

const forms: JsonSchema = { type: 'array', minItems: 1, items: form };

const option: JsonSchema = object(['id', 'text', 'because'], {
  id: slug('What an answer names it by.'),
  text: text('What the learner reads.'),
  right: { type: 'boolean', description: 'True for what belongs to the answer.' },
  because: text('Why it is right, or why it is not.'),
});

const mistake: JsonSchema = object(['forms', 'because'], {
  forms: { ...forms, description: 'What people write who mean this.' },
  because: text('Why it is not that.'),
});

const question: JsonSchema = object(['id', 'asks', 'type'], {
  id: slug('Permanent; answers and the files in `wrong/` name it. It is a check as well.'),
  asks: text('The question.'),
  type: { enum: ['one', 'many', 'short'], description: 'One option, any number of them, or a few words.' },
  options: { type: 'array', minItems: 2, items: option, description: 'For `one` and `many`.' },
  accept: { ...forms, description: 'For `short`: every form that is right, the one to show first.' },
  within: { type: 'number', minimum: 0, description: 'For `short`: how far off a number may be.' },
  mistaken: { type: 'array', items: mistake, description: 'For `short`: what is often written instead.' },
  says: text('For `short`: of any other wrong answer. May hold `{answer}`.'),
  why: text('What there is to understand, whatever was answered.'),
  hints,
});

/** The keys of activity.yaml that this kind reads, as the `properties` of a JSON Schema. */
export const keys: JsonSchema = {
  questions: listOf(question, 'What is asked.'),
};
