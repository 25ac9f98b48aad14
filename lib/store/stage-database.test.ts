// A stage and its database, a real PostgreSQL: rules of the stage in README.md.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '@/lib/activities/evidence';
import type { Database } from '@/lib/postgres/database';
import { openDatabase } from '@/lib/postgres/direct';
import { createExplorer } from '@/lib/sim/explore/explore';
import type { Deed } from '@/lib/sim/scenario/scenario';
import { stepsBy, stepsOf } from '@/lib/sim/trace';
import { runHere } from './run-here';
import { createStage, recordedAt, type StageStore } from './stage';
import { followInDatabase, type RunScript } from './stage-database';
import { computed, quietScenario as scenario } from './stage-fixture';

const creates: readonly Statement[] = [
  {
    id: 'outbox',
    sql: `CREATE TABLE orders_outbox (id bigserial PRIMARY KEY, aggregate_id uuid NOT NULL, event_type text NOT NULL,
      payload jsonb NOT NULL, occurred_at timestamptz NOT NULL, dispatched_at timestamptz)`,
  },
];
const order: Deed = { do: 'place-order' };
const now = (stage: StageStore) => stage.state.getState();

describe('a stage and its database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  }, 60_000);
  afterAll(() => database.close());

  const resets: boolean[] = [];
  const inDatabase: RunScript = async (statements, { reset }) => {
    resets.push(reset);
    if (reset) await database.reset();
    return database.run(statements);
  };
  const open = async (runScript = inDatabase) => {
    const stage = createStage(scenario, {
      simulate: runHere,
      database: (state) => followInDatabase(state, runScript),
    });
    stage.open(creates);
    await computed(stage);
    return stage;
  };
  /** Resolves once everything was replayed. */
  const caughtUp = (stage: StageStore) =>
    new Promise<void>((resolve) => {
      const look = () => {
        const { standing, recording, transactions } = now(stage);
        if (standing.at === 'behind' || recording.length < transactions.length) return;
        end();
        resolve();
      };
      const end = stage.state.subscribe(look);
      look();
    });
  const act = async (stage: StageStore, deed: Deed) => {
    stage.act(deed);
    await computed(stage);
    await caughtUp(stage);
  };
  const watched = async () => {
    const stage = await open();
    await act(stage, order);
    stage.advance(100_000);
    resets.length = 0;
    return stage;
  };
  const rowsAfter = (stage: StageStore, count: number) => recordedAt({ ...now(stage), count })?.rows ?? [];
  const rowsAt = (stage: StageStore, kind: string) => {
    const { at } = stepsOf(now(stage).trace).find((step) => step.kind === kind) ?? { at: 0 };
    const rows = rowsAfter(stage, stepsBy(now(stage).trace, at));
    return rows.map((row) => `${row['id']} ${row['event_type']} ${row['dispatched_at']}`);
  };
  const lastIds = (stage: StageStore) => rowsAfter(stage, now(stage).trace.length).map((row) => row['id']);

  it('[S22] reads the learner’s own rows back after every transaction', async () => {
    const stage = await open();
    await act(stage, order);
    expect(now(stage).standing).toEqual({ at: 'agrees' });
    expect(rowsAt(stage, 'inserted')).toEqual([]);
    expect(recordedAt({ ...now(stage), count: 0 })).toBe(recordedAt({ ...now(stage), count: 0 }));
    expect(rowsAt(stage, 'committed')).toEqual(['1 OrderPlaced null']);
    expect(rowsAt(stage, 'marked')).toEqual([
      expect.stringMatching(/^1 OrderPlaced 2026-01-05 09:41:00\.\d+\+00$/),
    ]);
  });

  it('[S22] adds what is new, and starts over where the past changed', async () => {
    const stage = await watched();
    await act(stage, order);
    expect(resets).toEqual([false]);
    stage.seek(0);
    await act(stage, { do: 'place-and-roll-back' });
    expect(resets).toEqual([false, true]);
    expect(now(stage).standing).toEqual({ at: 'agrees' });
    expect(lastIds(stage)).toEqual(['2', '3']);
  });

  it('[S22] follows the run on the stage, and no other', async () => {
    const stage = await watched();
    stage.seek(0);
    await act(stage, { do: 'place-and-roll-back' });
    expect([now(stage).shown, lastIds(stage)]).toEqual([2, ['2']]);
    stage.show(1);
    expect(lastIds(stage)).toEqual([]);
    await caughtUp(stage);
    expect([now(stage).standing.at, lastIds(stage)]).toEqual(['agrees', ['1']]);
    stage.keepCopy();
    resets.length = 0;
    stage.show(3);
    await caughtUp(stage);
    expect([resets, lastIds(stage)]).toEqual([[], ['1']]);
  });

  it('[S22] has all rows again where another run was on the stage for a moment', async () => {
    const stage = await watched();
    stage.seek(0);
    await act(stage, { do: 'place-and-roll-back' });
    stage.show(1);
    stage.show(2);
    await caughtUp(stage);
    expect([now(stage).standing.at, lastIds(stage)]).toEqual(['agrees', ['2']]);
  });

  it('[S22] leaves a schedule that was found to the model: it has no clocks', async () => {
    const stage = await watched();
    const explorer = createExplorer({
      ...scenario,
      workload: { ...scenario.workload, orders: 1 },
      consumers: scenario.consumers.map((consumer) => ({ ...consumer, dedup: 'none' as const })),
    });
    const trace = explorer.advance(1_000_000)?.trace;
    if (!trace) throw new Error('Nothing broke.');
    await act(stage, order);
    stage.act(order);
    await computed(stage);
    stage.showTrace(trace, 'Two effects');
    expect(now(stage)).toMatchObject({ standing: { at: 'model' }, recording: [] });
    expect(recordedAt({ ...now(stage), count: trace.length })).toBeNull();
    stage.show(1);
    await caughtUp(stage);
    expect([now(stage).standing.at, lastIds(stage)]).toEqual(['agrees', ['1', '2', '3']]);
  });

  it('[S23] starts over when somebody else has emptied the database', async () => {
    const stage = await watched();
    await database.reset();
    await act(stage, order);
    expect(now(stage).standing).toEqual({ at: 'agrees' });
    expect(lastIds(stage)).toHaveLength(2);
  });

  it('[S23] says so when the two disagree', async () => {
    const stage = await open();
    stage.open(creates.map(({ id, sql }) => ({ id, sql: sql.replace('payload jsonb', 'payload int') })));
    await act(stage, order);
    expect(now(stage).standing).toEqual({
      at: 'disagrees',
      words: expect.stringMatching(/^PostgreSQL refused: invalid input syntax for type integer/),
    });
  });

  it('[S23] plays on without one, and tries again when it is asked to', async () => {
    let dead = true;
    const stage = await open((statements, options) =>
      dead ? Promise.reject(new Error('PostgreSQL broke down.')) : inDatabase(statements, options),
    );
    stage.act(order);
    await expect.poll(() => now(stage).standing).toEqual({ at: 'failed', words: 'PostgreSQL broke down.' });
    await computed(stage);
    expect(now(stage).trace.commands).toHaveLength(1);
    expect(recordedAt(now(stage))).toBeNull();
    dead = false;
    stage.follow();
    await caughtUp(stage);
    expect(now(stage).standing).toEqual({ at: 'agrees' });
  });

  it('[S23] may have none: the rows are the model’s', async () => {
    const stage = createStage(scenario, { simulate: runHere });
    stage.open(creates);
    stage.act(order);
    await computed(stage);
    stage.follow();
    expect(now(stage)).toMatchObject({ standing: { at: 'model' }, transactions: [], recording: [] });
    expect(recordedAt({ ...now(stage), count: now(stage).trace.length })).toBeNull();
  });
});
