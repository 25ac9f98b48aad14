import type { JsonSchema } from '@/lib/shared/json';
import { ruleNames } from './rules';

const text = (description: string): JsonSchema => ({ type: 'string', minLength: 1, description });

const check: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'rule', 'says'],
  properties: {
    id: {
      type: 'string',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      title: 'lower-case words joined by hyphens',
      description: 'Permanent; the files in `wrong/` name it.',
    },
    rule: { enum: [...ruleNames], description: 'What is looked at.' },
    column: text('The column of the solution that it is about.'),
    given: {
      type: 'array',
      minItems: 1,
      items: text('A type.'),
      description: 'For the rule `type`: only these types, which have a sentence of their own.',
    },
    atLeast: { type: 'integer', minimum: 1, description: 'For the rule `long-enough`: the least length.' },
    guard: { type: 'boolean', description: 'True for a check that no answer can reach.' },
    says: text('What is wrong and what to do. May hold `{column}`, `{found}`, `{expected}` and `{table}`.'),
    why: text('Why it matters.'),
    hints: { type: 'array', items: text('One hint.'), description: 'Unfolded one at a time.' },
  },
};

/** The keys of activity.yaml that this kind reads, as the `properties` of a JSON Schema. */
export const keys: JsonSchema = {
  checks: { type: 'array', minItems: 1, items: check, description: 'What the answer is judged by.' },
  index: {
    type: 'object',
    additionalProperties: false,
    required: ['on', 'pending'],
    properties: {
      on: text('The column that the index holds.'),
      pending: text('The column whose emptiness puts a row into the index.'),
    },
    description: 'An index that is made with the table and shown as given.',
  },
};
