import type { JsonSchema } from '@/lib/shared/json';
import { listOf, object, text } from '@/lib/shared/key-forms';
import { checkId, guard, hints } from '../check-keys';
import { JUDGED, RULES } from './code-config';
import { CAUSES } from './moments';

const check: JsonSchema = object(['id', 'rule', 'says'], {
  id: checkId,
  rule: { enum: [...RULES], description: 'What is looked at.' },
  invariant: {
    enum: [...JUDGED],
    description: 'For the rule `holds`: what must hold in every order of things.',
  },
  cause: {
    enum: Object.values(CAUSES).flat(),
    description: 'For the rule `holds`: the check fails only where this is why, and another takes the rest.',
  },
  guard,
  says: text('What is wrong and what to do. May hold `{found}`, `{line}`, `{steps}` and `{trace}`.'),
  why: text('Why it matters. May hold the same.'),
  hints,
});

/** The keys of activity.yaml that this kind reads, as the `properties` of a JSON Schema. */
export const keys: JsonSchema = {
  writes: { enum: ['relay', 'consumer'], description: 'What the learner writes one round of.' },
  checks: listOf(check, 'What the answer is judged by.'),
};
