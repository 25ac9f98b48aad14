import { describe, expect, it } from 'vitest';
import type { Outcome } from '../evidence';
import { schemaKind } from './kind';
import { ordersOutbox, solution, statementsIn, verdictOf } from './orders-outbox.fixture';

const config = ordersOutbox();
const read = (answer: string) => schemaKind.read(config, answer);
const failures = (answer: string) =>
  read(answer)
    .verdict.checks.filter(({ passed }) => !passed)
    .map(
      ({ id, subject, message, place }) => `${place?.line}:${place?.column} ${id} [${subject}] ${message}`,
    );

const changed = (from: string, to: string) => {
  if (!solution.includes(from)) throw new Error(`The solution holds no ${from}.`);
  return solution.replace(from, to);
};

describe('reading an answer', () => {
  it('says what the table becomes, with the index that is given', () => {
    expect(read(solution).becomes).toBe(`CREATE TABLE orders_outbox (
  id            bigserial   PRIMARY KEY,
  aggregate_id  uuid        NOT NULL,
  event_type    text        NOT NULL,
  payload       jsonb       NOT NULL,
  occurred_at   timestamptz NOT NULL,
  dispatched_at timestamptz NULL
);

-- Given with this activity: the relay finds pending rows through it.
CREATE INDEX ON orders_outbox (id) WHERE dispatched_at IS NULL;`);
  });

  it('leaves the index out while the table has no columns for it', () => {
    expect(read(changed('dispatched_at', 'sent_at')).creates.map(({ id }) => id)).toEqual(['table']);
    expect(read(solution).creates.map(({ id }) => id)).toEqual(['table', 'index']);
  });

  it('wants the database only when nothing is wrong', () => {
    expect(statementsIn(read(solution))[0]?.sql).toContain('CREATE TABLE orders_outbox (');
    expect(read(changed('jsonb', 'json')).wants).toEqual([]);
    expect(read('table: [').wants).toEqual([]);
  });

  it('tells every mistake of a layer at once, by column, each with its line', () => {
    const answer = changed('timestamptz, nullable: false', 'timestamp,   nullable: true')
      .replace('timestamptz, nullable: true', 'timestamptz, nullable: false')
      .replace('orders_outbox', 'outbox');
    expect(failures(answer)).toEqual([
      '1:1 table-name [null] The table must be called `orders_outbox`; here it is `outbox`.',
      '7:28 occurred-at-zone [occurred_at] Use `timestamptz`; `timestamp` has no time zone.',
      '7:47 occurred-at-nullable [occurred_at] `occurred_at` must be `NOT NULL`.',
      '8:47 dispatched-nullable [dispatched_at] `dispatched_at` must allow NULL: with `NOT NULL` no row could ever be pending.',
    ]);
  });

  it('says why it matters, and keeps hints to be unfolded', () => {
    const answer = changed('timestamptz, nullable: true', 'timestamptz, nullable: false');
    expect(read(answer).verdict.checks.find(({ passed }) => !passed)).toMatchObject({
      why: 'The relay finds its work with `WHERE dispatched_at IS NULL`.',
      hints: ['Which column is empty until the row is sent?', 'Set `nullable: true` on it.'],
    });
  });

  it('points at `columns` for a missing one, and asks after a misspelt one', () => {
    expect(failures(changed('aggregate_id', 'agregate_id'))).toEqual([
      '2:1 aggregate-id-missing [aggregate_id] The column `aggregate_id` is missing. Did you mean `aggregate_id` where it says `agregate_id`?',
    ]);
  });

  it('says of what is right that it is right', () => {
    const messages = read(solution).verdict.checks.map(({ message }) => message);
    expect(messages).toContain('`dispatched_at` may be empty.');
    expect(messages.every((message) => message !== '')).toBe(true);
  });
});

describe('right in another way', () => {
  it.each([
    ['text, ', 'varchar(200),', 'event_type `varchar(200)` works. `text` is as fast and never has to grow.'],
    [
      'timestamptz, nullable: true',
      'timestamptz(3)',
      'dispatched_at `timestamptz(3)` keeps 3 digits of a second; without the number it keeps six digits.',
    ],
    [
      'jsonb,       nullable: false',
      "jsonb, nullable: false, default: '{}'",
      'payload With a default, an insert that forgets `payload` goes in all the same.',
    ],
  ])('%s as %s passes with a note', (from, to, note) => {
    const { verdict } = read(changed(from, to));
    expect(verdict.passed).toBe(true);
    expect(verdict.notes.map(({ subject, message }) => `${subject} ${message}`)).toEqual([note]);
  });

  it('passes further columns that need nothing', () => {
    const answer = `${solution}  - { name: order, type: text }\n  - { name: tries, type: int, nullable: false, default: 0 }\n`;
    expect(read(answer).verdict).toMatchObject({ passed: true, notes: [] });
  });
});

describe('grading what the database said', () => {
  it("carries PostgreSQL's own error to the column that it is about", () => {
    const reading = read(`${solution}  - { name: tries, type: int, default: many }\n`);
    const error = {
      code: '22P02',
      message: 'invalid input syntax for type integer: "many"',
      detail: null,
      hint: null,
      position: reading.creates[0]?.sql.indexOf("'many'") ?? 0,
    };
    const outcomes: readonly Outcome[] = [{ id: 'creates.1', ok: false, error }];
    const { checks } = verdictOf(config, reading, outcomes);
    expect(checks.filter(({ passed }) => !passed)).toMatchObject([
      {
        id: 'creates',
        subject: 'tries',
        message: 'PostgreSQL refuses this table: invalid input syntax for type integer: "many".',
        place: { line: 9, column: 7 },
        database: error,
      },
    ]);
  });

  it('does not pass what the database never said', () => {
    const { passed } = verdictOf(config, read(solution), []);
    expect(passed).toBe(false);
  });
});

describe('compiling an activity', () => {
  const compile = (checks: string, solutionText = solution) =>
    schemaKind.compile({
      folder: 'outbox-table',
      keys: JSON.parse(checks),
      start: '',
      solutions: [solutionText],
      scenario: null,
      files: {},
    });

  it('lists every check that its solution cannot carry', () => {
    const compiled = compile(
      JSON.stringify({
        checks: [
          { id: 'a', rule: 'present', says: 'x' },
          { id: 'b', rule: 'present', column: 'sent_at', says: 'x' },
          { id: 'c', rule: 'type', column: 'id', given: ['nope'], says: 'x' },
        ],
      }),
    );
    expect(compiled.ok ? [] : compiled.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'C702 The check `a` does not say which column its rule `present` is about.',
      'C703 The check `b` speaks of `sent_at`, a column that the solution lacks.',
      'C704 The check `c` speaks of `nope`, which is no type.',
    ]);
  });

  const several = `tables:
  - table: orders
    columns:
      - { name: id, type: uuid, pk: true }
      - { name: span, type: int4range, nullable: false }
`;

  it('lists what several tables cannot carry', () => {
    const compiled = compile(
      JSON.stringify({
        allows: ['tables'],
        roles: { 'orders.sent_at': { names: ['x'] } },
        samples: { number: 1 },
        beside: [{ table: 'customers' }],
        checks: [
          { id: 'a', rule: 'present', column: 'id', says: 'x' },
          { id: 'b', rule: 'once', table: 'outbox', says: 'x' },
          { id: 'c', rule: 'unique-together', says: 'x' },
          { id: 'd', rule: 'check-refuses', column: 'orders.id', says: 'x' },
        ],
      }),
      several,
    );
    expect(compiled.ok ? [] : compiled.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'C707 In `beside`: The table has no columns.',
      'C703 The check `a` speaks of `id`, a column that the solution lacks.',
      'C706 The check `b` speaks of `outbox`, a table that the solution lacks.',
      'C702 The check `c` does not say which columns its rule `unique-together` is about.',
      'C702 The check `d` does not say which values its rule `check-refuses` tries.',
      'C703 The key `roles` speaks of `orders.sent_at`, a column that the solution lacks.',
      'C703 The key `samples` speaks of `number`, a column that the solution lacks.',
      'C705 No probe knows a value for `span`, whose type is `int4range`.',
    ]);
  });

  it('holds the columns of one check to one table', () => {
    const two = `${several}  - { table: outbox, columns: [{ name: id, type: bigserial, pk: true }] }\n`;
    const check = { id: 'a', rule: 'unique-together', columns: ['orders.id', 'outbox.id'], says: 'x' };
    const keys = { allows: ['tables'], samples: { 'orders.span': '[1,2)' }, checks: [check] };
    const compiled = compile(JSON.stringify(keys), two);
    expect(compiled.ok ? [] : compiled.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'C706 The check `a` speaks of columns of several tables.',
    ]);
  });

  it('refuses a solution that is no table', () => {
    const compiled = compile('{ "checks": [] }', 'table: orders_outbox');
    expect(compiled.ok ? [] : compiled.problems).toMatchObject([
      { code: 'C701', file: 'outbox-table/solution.yaml', message: 'The table has no columns.' },
    ]);
  });
});
