// No answer can reach these probes; each must still be able to fail. So the tables here are made bad by hand.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/postgres/database';
import { openDatabase } from '@/lib/postgres/direct';
import { schemaKind } from './kind';
import { ordersOutbox, solution, statementsIn, verdictOf } from './orders-outbox.fixture';

const config = ordersOutbox();
const reading = schemaKind.read(config, solution);
let database: Database;

beforeAll(async () => {
  database = await openDatabase();
});
beforeEach(() => database.reset());
afterAll(() => database.close());

/** Runs the probes on a table to which something was done after its creation; gives what failed. */
async function failuresAfter(...deeds: readonly string[]) {
  const statements = statementsIn(reading);
  const made = statements.filter(({ id }) => id.startsWith('creates.'));
  const bad = deeds.map((sql, index) => ({ id: `deed.${index}`, sql }));
  const rest = statements.filter(({ id }) => !id.startsWith('creates.'));
  const outcomes = await database.run([...made, ...bad, ...rest]);
  const broken = outcomes.find(({ id, ok }) => id.startsWith('deed.') && !ok);
  if (broken !== undefined) throw new Error(JSON.stringify(broken));
  const { checks } = verdictOf(config, reading, outcomes);
  return checks.filter(({ passed }) => !passed).map(({ id, message }) => `${id}: ${message}`);
}

const trigger = (when: string, body: string) => [
  `CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$`,
  `CREATE TRIGGER meddle ${when} ON orders_outbox FOR EACH ROW EXECUTE FUNCTION meddle()`,
];

describe('each guard can fail', () => {
  it('finds nothing wrong with the table as it is', async () => {
    expect(await failuresAfter('SELECT 1')).toEqual([]);
  });

  it('as-described: a column that is not as it was written', async () => {
    expect(await failuresAfter('ALTER TABLE orders_outbox ALTER event_type TYPE varchar(80)')).toEqual([
      'as-described: PostgreSQL holds other columns than you wrote: {"name":"event_type","type":"character varying(80)","filled":true,"defaulted":false,"key":false}.',
    ]);
  });

  it('row-pending: rows that are born sent', async () => {
    const deeds = trigger('BEFORE INSERT', 'NEW.dispatched_at := now(); RETURN NEW;');
    expect(await failuresAfter(...deeds)).toEqual(
      expect.arrayContaining(['row-pending: A new row is not pending: a row that is not pending.']),
    );
  });

  it('rollback-leaves-none: a row that was there before', async () => {
    const row = `INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at, dispatched_at)
      VALUES (gen_random_uuid(), 'OrderPlaced', '{}', now(), now())`;
    expect(await failuresAfter(row)).toEqual(
      expect.arrayContaining([
        'rollback-leaves-none: After a rollback something is left: a row that was left.',
      ]),
    );
  });

  it('id-unique: a table without its key', async () => {
    expect(await failuresAfter('ALTER TABLE orders_outbox DROP CONSTRAINT orders_outbox_pkey')).toEqual(
      expect.arrayContaining(['id-unique: PostgreSQL takes the same id twice: two rows with one id.']),
    );
  });

  it('aggregate-repeats: one event for each order', async () => {
    expect(await failuresAfter('ALTER TABLE orders_outbox ADD UNIQUE (aggregate_id)')).toEqual(
      expect.arrayContaining([
        expect.stringContaining(
          'aggregate-repeats: A second event for the same order is refused: duplicate key value violates unique constraint',
        ),
      ]),
    );
  });

  it('oldest-first: ids that count down', async () => {
    const deed = 'ALTER SEQUENCE orders_outbox_id_seq INCREMENT BY -1 MINVALUE -100000 START 1 RESTART 1';
    expect(await failuresAfter(deed)).toEqual([
      expect.stringContaining('oldest-first: The relay does not meet the oldest row first: ['),
    ]);
  });

  it('pending-found-by-index: no index over pending rows', async () => {
    expect(await failuresAfter('DROP INDEX orders_outbox_id_idx')).toEqual([
      'pending-found-by-index: With 2,000 rows sent and 50 pending, the relay finds its work by reading past every row that was sent.',
    ]);
  });
});

describe('what an answer can reach', () => {
  const failuresOf = async (answer: string) => {
    const read = schemaKind.read(config, answer);
    const outcomes = await database.run(statementsIn(read));
    const { checks } = verdictOf(config, read, outcomes);
    return checks.filter(({ passed }) => !passed);
  };

  it('creates: a default that the type of its column cannot hold', async () => {
    expect(await failuresOf(`${solution}  - { name: tries, type: int, default: many }\n`)).toMatchObject([
      { id: 'creates', subject: 'tries', place: { line: 9 }, database: { code: '22P02' } },
    ]);
  });

  it('insertable: a default that is refused only once a row comes', async () => {
    expect(
      await failuresOf(`${solution}  - { name: source, type: varchar(3), default: shop }\n`),
    ).toMatchObject([
      { id: 'insertable', subject: 'source', place: { line: 9 }, database: { code: '22001' } },
    ]);
  });

  it('insertable: points at the one further default, though PostgreSQL names no column', async () => {
    expect(
      await failuresOf(`${solution}  - { name: tries, type: numeric(2), default: 1000 }\n`),
    ).toMatchObject([
      { id: 'insertable', subject: 'tries', place: { line: 9 }, database: { code: '22003' } },
    ]);
  });

  it('insertable: points at the columns where two defaults could be meant', async () => {
    const further = [
      '  - { name: tries, type: numeric(2), default: 1000 }',
      '  - { name: source, type: text, default: shop }',
    ];
    expect(await failuresOf(`${solution}${further.join('\n')}\n`)).toMatchObject([
      { id: 'insertable', subject: null, place: { line: 2 }, database: { code: '22003' } },
    ]);
  });

  it('creates: a name that PostgreSQL keeps for itself', async () => {
    expect(await failuresOf(`${solution}  - { name: ctid, type: text }\n`)).toMatchObject([
      {
        id: 'creates',
        subject: 'ctid',
        message: 'PostgreSQL refuses this table: column name "ctid" conflicts with a system column name.',
        place: { line: 9 },
      },
    ]);
  });

  it('takes reserved words as names', async () => {
    expect(
      await failuresOf(`${solution}  - { name: order, type: text }\n  - { name: user, type: uuid }\n`),
    ).toEqual([]);
  });
});
