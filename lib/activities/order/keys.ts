import type { JsonSchema } from '@/lib/shared/json';
import { listOf, object, slug, text } from '@/lib/shared/key-forms';
import { CONSUMER_CALLS, RELAY_CALLS } from '@/lib/sim/process/called-process';
import { checkId, guard, hints, why } from '../check-keys';
import { ORDER_RULES } from './order-config';

const piece: JsonSchema = object(['id', 'text'], {
  id: slug('What an answer names it by.'),
  text: text('What the piece does, in words.'),
  code: text('Code to be shown below the text; nothing runs it.'),
  sql: text('The one statement that it runs; shown below the text.'),
  calls: {
    enum: [...new Set([...RELAY_CALLS, ...CONSUMER_CALLS])],
    description: 'The call of a relay or a consumer that it stands for.',
  },
  distractor: text('Makes it a piece to be left out, and says why.'),
});

const check: JsonSchema = object(['id', 'rule', 'says'], {
  id: checkId,
  rule: { enum: [...ORDER_RULES], description: 'What is looked at.' },
  pieces: listOf(
    text('The id of a piece.'),
    'The pieces that it is about; for `before`, two or more in their order.',
  ),
  query: text('For `never` and `rows`: one SELECT.'),
  rows: {
    type: 'array',
    items: { type: 'object' },
    description: 'For `rows`: what the query gives in the end, by column.',
  },
  guard,
  says: text('What is wrong and what to do. May hold `{piece}`, `{other}`, `{because}` and `{found}`.'),
  why,
  hints,
});

/** The keys of activity.yaml that this kind reads, as the `properties` of a JSON Schema. */
export const keys: JsonSchema = {
  pieces: {
    type: 'array',
    minItems: 2,
    items: piece,
    description: 'The pieces, in the order in which they are offered.',
  },
  checks: listOf(check, 'What the order is judged by.'),
  setup: {
    type: 'array',
    items: text('One statement.'),
    description: 'Statements that make the tables on which the pieces run.',
  },
  role: { enum: ['relay', 'consumer'], description: 'Whose round the pieces’ `calls` are.' },
};
