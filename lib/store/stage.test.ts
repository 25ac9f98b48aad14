import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome, Statement } from '@/lib/activities/evidence';
import type { Database } from '@/lib/postgres/database';
import { openDatabase } from '@/lib/postgres/direct';
import type { Deed } from '@/lib/sim/scenario/scenario';
import { story } from '@/lib/sim/tell/notation';
import { stepAt, stepsBy, stepsOf } from '@/lib/sim/trace';
import { createStage, isMoving, recordedAt, type StageStore } from './stage';
import { quietScenario as scenario } from './stage-fixture';

const creates: readonly Statement[] = [
  {
    id: 'outbox',
    sql: `CREATE TABLE orders_outbox (id bigserial PRIMARY KEY, aggregate_id uuid NOT NULL, event_type text NOT NULL,
      payload jsonb NOT NULL, occurred_at timestamptz NOT NULL, dispatched_at timestamptz)`,
  },
];

const never = () => new Promise<readonly Outcome[]>(() => undefined);
const order: Deed = { do: 'place-order' };
const alone = () => createStage(scenario, { runScript: never });
const now = (stage: StageStore) => stage.state.getState();
const told = (stage: StageStore) => story(now(stage).trace);

describe('a stage', () => {
  it('begins with nothing, waiting for the learner', () => {
    const stage = alone();
    expect(now(stage)).toMatchObject({ time: 0, playing: true, speed: 0.25 });
    expect(told(stage)).toBe('');
    expect(isMoving(now(stage))).toBe(false);
  });

  it('plays what was done, at the speed that was chosen, and stops at the end', () => {
    const stage = alone();
    stage.act(order);
    expect(isMoving(now(stage))).toBe(true);
    stage.advance(100);
    expect(now(stage).time).toBe(25);
    stage.setSpeed(8);
    stage.advance(10);
    expect(now(stage).time).toBe(105);
    stage.advance(100_000);
    expect(now(stage).time).toBe(now(stage).trace.end);
    expect(isMoving(now(stage))).toBe(false);
  });

  it('plays on when something is done at the end, and from the start when asked to play again', () => {
    const stage = alone();
    stage.act(order);
    stage.advance(100_000);
    const { end } = now(stage).trace;
    stage.act(order);
    expect(isMoving(now(stage))).toBe(true);
    expect(now(stage).time).toBe(end);
    stage.advance(100_000);
    stage.play();
    expect(now(stage).time).toBe(0);
  });

  it('steps forward and back, and pauses', () => {
    const stage = alone();
    stage.act(order);
    const times = stepsOf(now(stage).trace).map(({ at }) => at);
    stage.step(1);
    stage.step(1);
    expect(now(stage)).toMatchObject({ playing: false, time: times[1] });
    stage.step(-1);
    expect(now(stage).time).toBe(times[0]);
    stage.step(-1);
    stage.step(-1);
    expect(now(stage).time).toBe(0);
    stage.seek((times[0] ?? 0) + 5);
    stage.step(-1);
    expect(now(stage).time).toBe(times[0]);
  });

  it('shows what was done at once to whoever has paused', () => {
    const stage = alone();
    stage.pause();
    stage.act(order);
    expect(now(stage)).toMatchObject({ playing: false, time: stepAt(now(stage).trace, 0).at });
  });

  it('shows what was done in the past, ahead of what had been done at the same moment', () => {
    const stage = alone();
    stage.act(order);
    stage.advance(100_000);
    stage.seek(0);
    stage.act({ do: 'arm-crash' });
    const { trace, time } = now(stage);
    expect(stepAt(trace, stepsBy(trace, time) - 1).kind).toBe('armed');
    expect(told(stage)).toMatch(/^armed · inserted 1 · /);
  });

  it('changes only the future when something is done in the past', () => {
    const stage = alone();
    stage.act(order);
    const published = stepsOf(now(stage).trace).find(({ kind }) => kind === 'published')?.at ?? 0;
    stage.seek(published);
    stage.act({ do: 'arm-crash' });
    expect(told(stage)).toMatch(
      /^inserted 1 · .* published 1 · crashed 1 · .* skipped 1 again · acked 1 again$/,
    );
    stage.startOver();
    expect(told(stage)).toBe('');
    expect(now(stage).time).toBe(0);
  });

  it('never leaves the run when it is sought', () => {
    const stage = alone();
    stage.act(order);
    stage.seek(1e9);
    expect(now(stage).time).toBe(now(stage).trace.end);
    stage.seek(-5);
    expect(now(stage).time).toBe(0);
  });
});

describe('a stage and its database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  }, 60_000);
  afterAll(() => database.close());

  const resets: boolean[] = [];
  const open = () => {
    resets.length = 0;
    const stage = createStage(scenario, {
      runScript: async (statements, { reset }) => {
        resets.push(reset);
        if (reset) await database.reset();
        return database.run(statements);
      },
    });
    stage.open(creates);
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
  const rowsAt = (stage: StageStore, kind: string) => {
    const { at } = stepsOf(now(stage).trace).find((step) => step.kind === kind) ?? { at: 0 };
    const rows = recordedAt({ ...now(stage), time: at })?.rows ?? [];
    return rows.map((row) => `${row['id']} ${row['event_type']} ${row['dispatched_at']}`);
  };

  it('reads the learner’s own rows back after every transaction', async () => {
    const stage = open();
    stage.act(order);
    await caughtUp(stage);
    expect(now(stage).standing).toEqual({ at: 'agrees' });
    expect(rowsAt(stage, 'inserted')).toEqual([]);
    expect(recordedAt({ ...now(stage), time: 0 })).toBe(recordedAt({ ...now(stage), time: 0 }));
    expect(rowsAt(stage, 'committed')).toEqual(['1 OrderPlaced null']);
    expect(rowsAt(stage, 'marked')).toEqual([
      expect.stringMatching(/^1 OrderPlaced 2026-01-05 09:41:00\.\d+\+00$/),
    ]);
  });

  it('adds what is new, and starts over where the past changed', async () => {
    const stage = open();
    stage.act(order);
    stage.advance(100_000);
    await caughtUp(stage);
    resets.length = 0;
    stage.act(order);
    await caughtUp(stage);
    expect(resets).toEqual([false]);
    stage.seek(0);
    stage.act({ do: 'place-and-roll-back' });
    await caughtUp(stage);
    expect(resets.at(-1)).toBe(true);
    expect(now(stage).standing).toEqual({ at: 'agrees' });
    expect(recordedAt({ ...now(stage), time: now(stage).trace.end })?.rows.map((row) => row['id'])).toEqual([
      '2',
      '3',
    ]);
  });

  it('starts over when somebody else has emptied the database', async () => {
    const stage = open();
    stage.act(order);
    stage.advance(100_000);
    await caughtUp(stage);
    await database.reset();
    stage.act(order);
    await caughtUp(stage);
    expect(now(stage).standing).toEqual({ at: 'agrees' });
    expect(recordedAt({ ...now(stage), time: now(stage).trace.end })?.rows).toHaveLength(2);
  });

  it('says so when the two disagree', async () => {
    const stage = open();
    stage.open(creates.map(({ id, sql }) => ({ id, sql: sql.replace('payload jsonb', 'payload int') })));
    stage.act(order);
    await caughtUp(stage);
    expect(now(stage).standing).toEqual({
      at: 'disagrees',
      words: expect.stringMatching(/^PostgreSQL refused: invalid input syntax for type integer/),
    });
  });

  it('plays on without one, and tries again at the next deed', async () => {
    let dead = true;
    const stage = createStage(scenario, {
      runScript: async (statements) => {
        if (dead) throw new Error('PostgreSQL broke down.');
        await database.reset();
        return database.run(statements);
      },
    });
    stage.open(creates);
    stage.act(order);
    await expect.poll(() => now(stage).standing).toEqual({ at: 'failed', words: 'PostgreSQL broke down.' });
    expect(recordedAt(now(stage))).toBeNull();
    dead = false;
    stage.follow();
    await caughtUp(stage);
    expect(now(stage).standing).toEqual({ at: 'agrees' });
  });
});
