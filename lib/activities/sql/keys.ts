import type { JsonSchema } from '@/lib/shared/json';
import { ruleNames } from './rules';

const text = (description: string): JsonSchema => ({ type: 'string', minLength: 1, description });
const count = (description: string): JsonSchema => ({ type: 'integer', minimum: 0, description });
const name = (description: string): JsonSchema => ({
  type: 'string',
  pattern: '^[a-z_][a-z0-9_]*$',
  title: 'a lower-case name',
  description,
});

const value: JsonSchema = {
  type: ['string', 'number', 'boolean', 'null'],
  description: 'A value, as the client would send it.',
};

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
    about: text('What it is about, in the learner’s words: results are grouped by it.'),
    query: text('For `rows`, `invariant`, `plan` and `refuses`: what is asked. May hold `$1` and so on.'),
    equals: {
      type: 'array',
      items: { type: 'object', description: 'One row.' },
      description: 'For `rows`: what the query gives.',
    },
    ordered: { type: 'boolean', description: 'For `rows`: in this order.' },
    table: name('For `affects`: one of `tables`.'),
    key: name('For `affects`: the column that tells its rows apart; `id` if this is left out.'),
    inserts: count('For `affects`: so many rows are new.'),
    updates: count('For `affects`: so many rows are changed.'),
    deletes: count('For `affects`: so many rows are gone.'),
    when: {
      type: 'array',
      minItems: 1,
      items: { enum: ['end', 'crash'] },
      description: 'For `invariant`: after the answer, after a crash behind each of its statements, or both.',
    },
    uses: name('For `plan`: the index that it goes through.'),
    avoids: name('For `plan`: the table that it must not read from one end to the other.'),
    nodes: {
      type: 'array',
      minItems: 1,
      items: text('A node, such as `DropStmt`.'),
      description: 'For `forbids`: kinds of statements, as PostgreSQL’s own tree calls them.',
    },
    code: text('For `refuses`: the SQLSTATE of the refusal, such as `23505`.'),
    guard: { type: 'boolean', description: 'True for a check that no answer can reach.' },
    says: text(
      'What is wrong and what to do. May hold `{when}`, `{found}`, `{expected}`, `{statement}`, `{line}`, `{table}`.',
    ),
    works: text('What is said when it has passed. `{found}` stands for what the rule itself says.'),
    why: text('Why it matters.'),
    hints: { type: 'array', items: text('One hint.'), description: 'Unfolded one at a time.' },
  },
};

const sqlCase: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: text('In words, such as `a second order`: failures say with what they were found.'),
    parameters: { type: 'array', items: value, description: 'Its values for `$1`, `$2` and so on.' },
    given: text('SQL that runs after the fixtures.'),
  },
};

const claims: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['table', 'aggregate', 'owner', 'until', 'done'],
  properties: {
    table: name('The outbox; `fixtures.sql` gives it three rows of two aggregates.'),
    key: name('Its key; `id` if this is left out.'),
    aggregate: name('The column of the aggregate.'),
    owner: name('The column that says who holds a row.'),
    until: name('The column that says until when.'),
    done: name('The column that is empty until the row was sent.'),
  },
  description:
    'The answer is a relay’s claim: it is tried by two relays on every state of the rows, and then in the model of `scenario.yaml`.',
};

/** The keys of activity.yaml that this kind reads, as the `properties` of a JSON Schema. */
export const keys: JsonSchema = {
  checks: { type: 'array', minItems: 1, items: check, description: 'What the answer is judged by.' },
  tables: {
    type: 'array',
    minItems: 1,
    items: name('A table of `schema.sql`.'),
    description: 'Read before and after each run, and shown.',
  },
  parameters: {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['is', 'value'],
      properties: { is: text('What it stands for, such as `the order’s id`.'), value },
    },
    description: 'What `$1`, `$2` and so on stand for.',
  },
  cases: {
    type: 'array',
    items: sqlCase,
    description: 'Further values that the answer must be right for as well.',
  },
  claims,
};
