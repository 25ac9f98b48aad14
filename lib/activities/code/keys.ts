import type { JsonSchema } from '@/lib/shared/json';
import { JUDGED, RULES } from './code-config';
import { CAUSES } from './moments';

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
    rule: { enum: [...RULES], description: 'What is looked at.' },
    invariant: {
      enum: [...JUDGED],
      description: 'For the rule `holds`: what must hold in every order of things.',
    },
    cause: {
      enum: Object.values(CAUSES).flat(),
      description:
        'For the rule `holds`: the check fails only where this is why, and another takes the rest.',
    },
    guard: { type: 'boolean', description: 'True for a check that no answer can reach.' },
    says: text('What is wrong and what to do. May hold `{found}`, `{line}`, `{steps}` and `{trace}`.'),
    why: text('Why it matters. May hold the same.'),
    hints: { type: 'array', items: text('One hint.'), description: 'Unfolded one at a time.' },
  },
};

/** The keys of activity.yaml that this kind reads, as the `properties` of a JSON Schema. */
export const keys: JsonSchema = {
  writes: { enum: ['relay', 'consumer'], description: 'What the learner writes one round of.' },
  checks: { type: 'array', minItems: 1, items: check, description: 'What the answer is judged by.' },
};
