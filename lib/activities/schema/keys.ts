import type { JsonSchema } from '@/lib/shared/json';
import { listOf, object, text } from '@/lib/shared/key-forms';
import { ALLOWANCES } from '@/lib/table/table-spec';
import { checkId, guard, hints, why } from '../check-keys';
import { ruleNames } from './rules';
import { FORMS } from './schema-config';

const literal = (description: string): JsonSchema => ({ type: ['string', 'number', 'boolean'], description });

const check: JsonSchema = object(['id', 'rule', 'says'], {
  id: checkId,
  rule: { enum: [...ruleNames], description: 'What is looked at.' },
  table: text('The table of the solution that it is about; each, if this is left out.'),
  column: text('The column of the solution that it is about; `orders.id` where there are several tables.'),
  columns: {
    type: 'array',
    minItems: 2,
    items: text('A column.'),
    description: 'For the rule `unique-together`: the columns, which must be of one table.',
  },
  given: listOf(
    text('A type.'),
    'For the rule `type`: only these types, which have a sentence of their own.',
  ),
  values: listOf(literal('A value.'), 'For the rules `check-refuses` and `check-takes`: what is tried.'),
  atLeast: { type: 'integer', minimum: 1, description: 'For the rule `long-enough`: the least length.' },
  guard,
  says: text('What is wrong and what to do. May hold `{column}`, `{found}`, `{expected}` and `{table}`.'),
  why,
  hints,
});

/** The keys of activity.yaml that this kind reads, as the `properties` of a JSON Schema. */
export const keys: JsonSchema = {
  checks: listOf(check, 'What the answer is judged by.'),
  index: {
    ...object(['on', 'pending'], {
      on: text('The column that the index holds.'),
      pending: text('The column whose emptiness puts a row into the index.'),
    }),
    description: 'An index that is made with the table and shown as given.',
  },
  allows: {
    type: 'array',
    uniqueItems: true,
    items: { enum: [...ALLOWANCES], description: 'A key, or a manner of writing.' },
    description: 'What an answer may say beyond names, types, keys, NULL and defaults.',
  },
  roles: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      additionalProperties: false,
      properties: {
        names: {
          type: 'array',
          items: text('A name.'),
          description: 'Other names that a column in this part may have.',
        },
        or: {
          type: 'array',
          uniqueItems: true,
          items: { enum: [...FORMS], description: 'A form.' },
          description: 'Other forms that it may take: a key as `uuid`, a time as `status` or `flag`.',
        },
      },
    },
    description: 'Columns of the solution that may be called otherwise, each with what may stand for it.',
  },
  table: {
    enum: ['any'],
    description: '`any` leaves the names of tables to the learner.',
  },
  beside: listOf(
    { type: 'object', description: 'A table, in the shape of an answer.' },
    'Tables that are there already, for foreign keys to refer to.',
  ),
  samples: {
    type: 'object',
    additionalProperties: literal('A value.'),
    description: 'What the probes write into a column of the solution, where no value of its type would do.',
  },
};
