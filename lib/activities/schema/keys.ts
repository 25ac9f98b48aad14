import type { JsonSchema } from '@/lib/shared/json';
import { ALLOWANCES } from '@/lib/table/table-spec';
import { ruleNames } from './rules';
import { FORMS } from './schema-config';

const text = (description: string): JsonSchema => ({ type: 'string', minLength: 1, description });

const literal = (description: string): JsonSchema => ({ type: ['string', 'number', 'boolean'], description });

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
    table: text('The table of the solution that it is about; each, if this is left out.'),
    column: text('The column of the solution that it is about; `orders.id` where there are several tables.'),
    columns: {
      type: 'array',
      minItems: 2,
      items: text('A column.'),
      description: 'For the rule `unique-together`: the columns, which must be of one table.',
    },
    given: {
      type: 'array',
      minItems: 1,
      items: text('A type.'),
      description: 'For the rule `type`: only these types, which have a sentence of their own.',
    },
    values: {
      type: 'array',
      minItems: 1,
      items: literal('A value.'),
      description: 'For the rules `check-refuses` and `check-takes`: what is tried.',
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
  beside: {
    type: 'array',
    minItems: 1,
    items: { type: 'object', description: 'A table, in the shape of an answer.' },
    description: 'Tables that are there already, for foreign keys to refer to.',
  },
  samples: {
    type: 'object',
    additionalProperties: literal('A value.'),
    description: 'What the probes write into a column of the solution, where no value of its type would do.',
  },
};
