import type { JsonSchema } from '@/lib/shared/json';
import { listOf, object, slug, text } from '@/lib/shared/key-forms';
import { INVARIANTS } from '@/lib/sim/scenario/scenario';
import { checkId, guard, hints, why } from '../check-keys';
import { FIGURES } from './figures';
import type { RuleName } from './rules';

const number = (description: string): JsonSchema => ({ type: 'number', description });

/** Those of a scenario, and the one that is judged in time alone. */
const JUDGED = [...INVARIANTS, 'I7'];

const checkOf = (rules: readonly RuleName[]): JsonSchema =>
  object(['id', 'rule', 'says'], {
    id: checkId,
    rule: { enum: [...rules], description: 'What is looked at.' },
    key: text('The key of the answer that it is about, such as `relays.retry.max`.'),
    load: slug('The run that it looks at; the first of `loads` if this is left out.'),
    figure: { enum: [...FIGURES], description: 'For `at-most` and `at-least`: what is measured.' },
    value: number('For `at-most` and `at-least`: the limit. For `happens` and `within`: how many.'),
    windowMs: {
      type: 'number',
      minimum: 1,
      description: 'For the figures `failed-within` and `retries-within`: how long a stretch.',
    },
    invariant: { enum: JUDGED, description: 'For `breaks`, `unbroken` and `holds`: which one.' },
    from: number('For `keeps`: the least value.'),
    to: number('For `keeps`: the highest value.'),
    among: listOf({ type: ['string', 'number', 'boolean'] }, 'For `keeps`: the values that it may have.'),
    what: { enum: ['lost', 'ghost', 'duplicate', 'reordered'], description: 'For `happens`: the mishap.' },
    allows: {
      type: 'array',
      items: { enum: JUDGED },
      description: 'For `nothing-else`: what may break.',
    },
    guard,
    says: text('What is wrong and what to do.'),
    passes: text('What is right, where it holds.'),
    why,
    hints,
  });

const load: JsonSchema = object(['name', 'title'], {
  name: slug('What checks call it.'),
  title: text('What the learner reads: "a long outage".'),
  with: { type: 'object', description: 'Keys of a scenario over those of the answer.' },
});

/** The keys of activity.yaml of a kind that knows these rules, as the `properties` of a JSON Schema. */
export const keysFor = (rules: readonly RuleName[]): JsonSchema => ({
  opens: listOf(
    text('A key, such as `relays.retry`.'),
    'What is the learner’s to write; `commands` as well.',
  ),
  may: listOf(text('A fault or a command.'), 'What the learner may do, of all that there is.'),
  loads: listOf(load, 'The runs that the answer must stand; the first one plays on the stage.'),
  explores: {
    type: 'object',
    description: 'Keys over those of the answer wherever every order of things is tried.',
  },
  checks: listOf(checkOf(rules), 'What the answer is judged by.'),
});
