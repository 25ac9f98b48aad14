import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAgreement, replay } from '@/lib/bench/agreement';
import type { Database } from '@/lib/postgres/database';
import { openDatabase } from '@/lib/postgres/direct';
import { chanceRun } from '../scenario/run-chance';
import type { BrokerKind } from '../scenario/scenario';
import { scenarioOf } from '../scenario/scenario-fixture';
import { commands } from '../tell/notation';
import { run, worldAfter } from '../trace';
import { DEAD, ROW } from '../world';
import { disagreement } from './agreement';
import { transactions } from './replay';

const brokers: readonly BrokerKind[] = ['rabbitmq', 'kafka', 'redis-streams', 'notify', 'outbox'];

describe('model and PostgreSQL', () => {
  it('[R61] agree after every transaction of 200 random runs', async () => {
    const { disagreements, transactions } = await measureAgreement(200, (seed) => chanceRun(seed, brokers));
    expect(disagreements).toEqual([]);
    expect(transactions).toBeGreaterThan(4000);
  }, 600_000);
});

describe('[R61] a model that is wrong is found out', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  }, 60_000);
  afterAll(() => database.close());

  const scenario = scenarioOf({
    seed: 9,
    workload: { orders: 0, aggregates: 1 },
    consumers: [{ name: 'shipping' }, { name: 'billing', poison: [1], maxAttempts: 1 }],
  });
  const event = '9830099a-5c31-4b89-8d6b-48124675480c';

  /** The end of a run with one order in which one thing of the model has been changed by hand. */
  async function foundOut(change: (world: ReturnType<typeof worldAfter>) => void): Promise<string | null> {
    const trace = run(scenario, commands('order@0'));
    const last = (await replay(database, trace)).at(-1);
    if (last === undefined) throw new Error('Nothing was replayed.');
    expect(last.disagreement).toBeNull();
    const world = worldAfter(trace, trace.length);
    change(world);
    return disagreement(world, last);
  }

  it.each<readonly [string, (world: ReturnType<typeof worldAfter>) => void, string]>([
    [
      'a row that it still takes for pending',
      ({ events }) => {
        events.row[1] = ROW.pending;
      },
      `The model expects row 1 of event ${event}, pending; PostgreSQL has row 1 of event ${event}, dispatched.`,
    ],
    [
      'a row that it has purged',
      ({ events }) => {
        events.row[1] = ROW.purged;
      },
      `The model expects no further row; PostgreSQL has row 1 of event ${event}, dispatched.`,
    ],
    [
      'the type of an event',
      ({ events }) => {
        events.version[1] = 2;
      },
      'The model expects event_type of row 1 to be OrderPaid; PostgreSQL has OrderPlaced.',
    ],
    [
      'an effect too many',
      ({ groups }) => {
        groups.effects[1] = 2;
      },
      'The model expects 2 rows in parcels; PostgreSQL has 1.',
    ],
    [
      'an id that nobody recorded',
      ({ groups }) => {
        groups.inbox[1] = 0;
      },
      'The model expects 0 rows in handled_events; PostgreSQL has 1.',
    ],
    [
      'a dead letter that it takes for a parked one',
      ({ groups }) => {
        groups.dead[3] = DEAD.parked;
      },
      `The model expects ${event} by billing, parked in dead_letters; PostgreSQL has ${event} by billing, dead.`,
    ],
  ])('%s', async (_, change, words) => {
    expect(await foundOut(change)).toBe(words);
  });

  it('a time, by a microsecond', async () => {
    const words = await foundOut(({ times }) => {
      times.dispatched[1] = (times.dispatched[1] ?? 0) + 1;
    });
    const [says, has] = [...(words ?? '').matchAll(/09:41:00\.(\d+)\+00/g)].map(([, digits]) =>
      Number(digits?.padEnd(6, '0')),
    );
    expect(words).toMatch(
      /^The model expects dispatched_at of row 1 to be 2026-01-05 .+; PostgreSQL has 2026-01-05 .+\.$/,
    );
    expect((says ?? 0) - (has ?? 0)).toBe(1);
  });

  it('a poll that should have found other rows', async () => {
    const trace = run(scenario, commands('order@0 order@10'));
    const records = await replay(database, trace);
    const ended = transactions(trace).findIndex(({ found }) => found !== undefined);
    const record = records[ended] as (typeof records)[number];
    const world = worldAfter(trace, transactions(trace)[ended]?.after ?? 0);
    expect(record.disagreement).toBeNull();
    expect(disagreement(world, { ...record, found: [2] })).toBe(
      `The model expects the relay to find row 2; PostgreSQL found ${record.polled?.map((id) => `row ${id}`).join(', ')}.`,
    );
  });
});
