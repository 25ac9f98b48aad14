import type { JsonSchema } from '@/lib/shared/json';
import { listOf, object, text } from '@/lib/shared/key-forms';
import { checkId, guard, hints, why } from '../check-keys';
import { ruleNames } from './rules';

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

const check: JsonSchema = object(['id', 'rule', 'says'], {
  id: checkId,
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
  when: listOf(
    { enum: ['end', 'crash'] },
    'For `invariant`: after the answer, after a crash behind each of its statements, or both.',
  ),
  uses: name('For `plan`: the index that it goes through.'),
  avoids: name('For `plan`: the table that it must not read from one end to the other.'),
  nodes: listOf(
    text('A node, such as `DropStmt`.'),
    'For `forbids`: kinds of statements, as PostgreSQL’s own tree calls them.',
  ),
  code: text('For `refuses`: the SQLSTATE of the refusal, such as `23505`.'),
  guard,
  says: text(
    'What is wrong and what to do. May hold `{when}`, `{found}`, `{expected}`, `{statement}`, `{line}`, `{table}`.',
  ),
  works: text('What is said when it has passed. `{found}` stands for what the rule itself says.'),
  why,
  hints,
});

const sqlCase: JsonSchema = object(['name'], {
  name: text('In words, such as `a second order`: failures say with what they were found.'),
  parameters: { type: 'array', items: value, description: 'Its values for `$1`, `$2` and so on.' },
  given: text('SQL that runs after the fixtures.'),
});

const claims: JsonSchema = {
  ...object(['table', 'aggregate', 'owner', 'until', 'done'], {
    table: name('The outbox; `fixtures.sql` gives it three rows of two aggregates.'),
    key: name('Its key; `id` if this is left out.'),
    aggregate: name('The column of the aggregate.'),
    owner: name('The column that says who holds a row.'),
    until: name('The column that says until when.'),
    done: name('The column that is empty until the row was sent.'),
  }),
  description:
    'The answer is a relay’s claim: it is tried by two relays on every state of the rows, and then in the model of `scenario.yaml`.',
};

/** The keys of activity.yaml that this kind reads, as the `properties` of a JSON Schema. */
export const keys: JsonSchema = {
  checks: listOf(check, 'What the answer is judged by.'),
  tables: listOf(name('A table of `schema.sql`.'), 'Read before and after each run, and shown.'),
  parameters: {
    type: 'array',
    items: object(['is', 'value'], { is: text('What it stands for, such as `the order’s id`.'), value }),
    description: 'What `$1`, `$2` and so on stand for.',
  },
  cases: {
    type: 'array',
    items: sqlCase,
    description: 'Further values that the answer must be right for as well.',
  },
  claims,
};
