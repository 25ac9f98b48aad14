// Two whole activities that use what no lesson needs yet, held by the gate that holds every lesson.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { compileActivity } from '@/lib/course/activity';
import type { Activity } from '@/lib/course/course';
import { growFolders } from '@/lib/course/folder';
import { passGate } from '@/lib/course/gate';
import { createGrader } from '@/lib/grading/grader';
import { openDatabase } from '@/lib/postgres/direct';
import { success } from '@/lib/shared/result';
import type { Statement } from '../evidence';
import { verdictIn } from '../grading-fixture';
import { sealed } from '../sealed';
import { schemaKind } from './kind';
import { statementsIn } from './orders-outbox.fixture';

const fixtures = new URL('fixtures/', import.meta.url);
const kind = sealed(schemaKind);
const grader = createGrader();
afterAll(() => grader.close());

function activity(name: string): Activity {
  const folder = new URL(`${name}/`, fixtures);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.\w+$/.test(path),
  );
  const files = new Map(
    paths.map((path) => [`${name}/${path}`, readFileSync(new URL(path, folder), 'utf8')]),
  );
  const grown = growFolders(files).folders.get(name);
  if (grown === undefined) throw new Error(`There is no folder ${name}.`);
  const tools = { kinds: new Map([[kind.name, kind]]), readScenario: () => success(null) };
  const compiled = compileActivity(grown, tools);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 2));
  return compiled.value;
}

const grade = (of: Activity, answer: string) => grader.grade(kind, of.config, answer);

/** A right answer by its file's name. */
const accepted = (of: Activity, name: string): string =>
  of.accept.find(({ file }) => file.endsWith(`/accept/${name}.yaml`))?.text ?? '';

const wrongly = (of: Activity, name: string): string =>
  of.wrong.find(({ file }) => file.endsWith(`/wrong/${name}.yaml`))?.text ?? '';

async function failures(of: Activity, name: string) {
  const { checks } = await grade(of, wrongly(of, name));
  return checks
    .filter(({ passed }) => !passed)
    .map(({ place, subject, message }) => `${place?.line}:${place?.column} [${subject}] ${message}`);
}

async function notes(of: Activity, name: string) {
  const verdict = await grade(of, accepted(of, name));
  return verdict.notes.map(({ message }) => message);
}

describe('an outbox by roles', () => {
  const outbox = activity('outbox-by-roles');

  it('passes the gate: every answer does what it must, and every check can fail', async () => {
    const { answers, problems } = await passGate(outbox, (answer) => grade(outbox, answer));
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
    expect(answers).toBeGreaterThan(50);
  });

  it('says who plays which part, and what another form costs', async () => {
    expect(await notes(outbox, 'listed-names')).toEqual([
      '`created_at` plays the part of `occurred_at`.',
      '`sent_at` plays the part of `dispatched_at`.',
    ]);
    expect(await notes(outbox, 'names-by-type')).toEqual([
      '`envelope` plays the part of `payload`.',
      '`left_the_house` plays the part of `dispatched_at`.',
    ]);
    expect(await notes(outbox, 'identity')).toEqual(['An identity numbers `id` just as `bigserial` would.']);
    expect(await notes(outbox, 'uuid-seven')).toEqual(['`outbox_id` plays the part of `id`.']);
    expect(await notes(outbox, 'uuid-four')).toEqual([
      'A random `uuid` names a row and does not order it: the relay has to order by a time. `uuidv7()` does both.',
    ]);
    expect(await notes(outbox, 'flag')).toEqual([
      '`sent` plays the part of `dispatched_at`.',
      '`sent` says whether a row was sent, not when: nobody can tell how long it waited.',
    ]);
    expect(await notes(outbox, 'status-and-retries')).toEqual([
      '`status` plays the part of `dispatched_at`.',
      '`status` says how far a row is, not when it got there: keep a time beside it.',
    ]);
  });

  it("speaks of the learner's own names, at the key that is wrong", async () => {
    expect(await failures(outbox, 'sent-default')).toEqual([
      '9:57 [sent_at] `sent_at` must have no default; with `now()` rows would be born sent.',
    ]);
    expect(await failures(outbox, 'status-born-sent')).toEqual([
      '9:50 [status] A new row does not wait: `status` has the default `sent`.',
    ]);
    expect(await failures(outbox, 'cascade')).toEqual([
      '5:56 [aggregate_id] With `ON DELETE CASCADE` on `aggregate_id` an event goes away with its order.',
    ]);
    expect(await failures(outbox, 'target-column')).toEqual([
      '5:56 [aggregate_id] The foreign key of `aggregate_id` leads nowhere: `orders` has no column `order_id`.',
    ]);
    expect(await failures(outbox, 'aggregate-unique-index')).toEqual([
      '11:5 [aggregate_id] `aggregate_id` must not be unique: here a unique index forbids a second event of an order.',
    ]);
    expect(await failures(outbox, 'check-refuses-all')).toEqual([
      '6:54 [event_type] The table stands, but no row goes in: new row for relation "orders_outbox" violates check constraint "orders_outbox_event_type_check".',
    ]);
    expect(await failures(outbox, 'unlogged')).toEqual([
      '2:1 [null] The rows of an UNLOGGED table are lost at a crash, and what it was to keep with them.',
    ]);
  });

  it('finds a status that a trigger sets, so that its rows are born sent', async () => {
    const reading = kind.read(outbox.config, accepted(outbox, 'status-and-retries'));
    const statements = statementsIn(reading);
    const isMaking = ({ id }: Statement) => id.startsWith('creates.');
    const meddle = [
      "CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.status := 'sent'; RETURN NEW; END $$",
      'CREATE TRIGGER meddle BEFORE INSERT ON orders_outbox FOR EACH ROW EXECUTE FUNCTION meddle()',
    ].map((sql, index) => ({ id: `deed.${index}`, sql }));
    const database = await openDatabase();
    const outcomes = await database.run([
      ...statements.filter(isMaking),
      ...meddle,
      ...statements.filter((statement) => !isMaking(statement)),
    ]);
    await database.close();
    const grading = kind.grade(outbox.config, reading, [{ ask: 'database', id: 'probes', outcomes }]);
    const failed = verdictIn(grading).checks.filter(({ passed }) => !passed);
    expect(failed.map(({ id, message }) => `${id}: ${message}`)).toContain(
      'row-pending: A new row is not pending: a row that is not pending.',
    );
  });

  it('gives the stage a table only where that has the names which the stage knows', () => {
    const { config } = outbox;
    const made = (answer: string) => kind.read(config, answer).creates.length;
    expect(made(outbox.solutions[0] ?? '')).toBe(2);
    expect(made(accepted(outbox, 'listed-names'))).toBe(0);
    expect(made(accepted(outbox, 'foreign-key'))).toBe(0);
  });

  it('shows the tables that were there before, then the SQL of the answer', () => {
    const { becomes } = kind.read(outbox.config, accepted(outbox, 'foreign-key'));
    expect(becomes).toBe(`-- Given with this activity.
CREATE TABLE orders (
  id uuid PRIMARY KEY
);

CREATE TABLE orders_outbox (
  id            bigserial   PRIMARY KEY,
  order_id      uuid        NOT NULL REFERENCES orders (id),
  event_type    text        NOT NULL,
  payload       jsonb       NOT NULL,
  occurred_at   timestamptz NOT NULL,
  dispatched_at timestamptz NULL
);
CREATE INDEX ON orders_outbox (id) WHERE dispatched_at IS NULL;`);
  });
});

describe('orders, outbox, inbox and read model', () => {
  const tables = activity('order-tables');

  it('passes the gate: every answer does what it must, and every check can fail', async () => {
    const { answers, problems } = await passGate(tables, (answer) => grade(tables, answer));
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
    expect(answers).toBeGreaterThan(35);
  });

  it('names the table with the column, in places, subjects and messages', async () => {
    expect(await failures(tables, 'no-inbox')).toEqual(['2:1 [inbox] The table `inbox` is missing.']);
    expect(await failures(tables, 'no-total')).toEqual([
      '4:5 [orders.total] The column `orders.total` is missing.',
    ]);
    expect(await failures(tables, 'refers-elsewhere')).toEqual([
      '11:56 [outbox.order_id] `outbox.order_id` must refer to `orders(id)`; here it refers to order_view(order_id).',
    ]);
    expect(await failures(tables, 'total-unchecked')).toEqual([
      '6:11 [orders.total] `orders.total` takes -1. Nobody pays less than nothing.',
    ]);
    expect(await failures(tables, 'view-of-nothing')).toEqual([
      '22:11 [order_view.order_id] `order_view.order_id` takes a row that refers to nothing.',
    ]);
    expect(await failures(tables, 'inbox-keyless')).toEqual([
      '16:5 [inbox] The inbox must take an event once for each subscriber: two rows with the same values.',
    ]);
    expect(await failures(tables, 'no-customer-index')).toEqual([
      '23:11 [order_view.customer] The orders of one customer are found by reading every row.',
    ]);
  });

  it('makes tables after those that they refer to', () => {
    const { becomes } = kind.read(tables.config, accepted(tables, 'other-order'));
    const made = [...(becomes ?? '').matchAll(/CREATE TABLE (\w+)/g)].map(([, name]) => name);
    expect(made).toEqual(['orders', 'order_view', 'inbox', 'outbox']);
  });

  it('tells the editor which keys there are', () => {
    expect(JSON.stringify(tables.answerSchema)).toContain('"references":');
    expect(tables.answerSchema).toMatchObject({ required: ['tables'] });
  });
});
