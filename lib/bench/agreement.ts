// Random runs of the simulator, each replayed in a real PostgreSQL: they must agree after every transaction.
import { performance } from 'node:perf_hooks';
import type { Database } from '@/lib/postgres/database';
import { openDatabase } from '@/lib/postgres/direct';
import { disagreement } from '@/lib/sim/database/agreement';
import { type Recorded, recorded } from '@/lib/sim/database/recorded';
import { setUp, transactions } from '@/lib/sim/database/replay';
import { advance } from '@/lib/sim/run';
import { type ChanceRun, chanceRun } from '@/lib/sim/scenario/run-chance';
import { OUTBOX } from '@/lib/sim/tell/sql-tables';
import { run, type Trace, worldAfter } from '@/lib/sim/trace';

export interface Replayed extends Recorded {
  readonly disagreement: string | null;
}

/** Plays a trace in an empty database, and gives back what it held after each transaction and where the two disagree. */
export async function replay(
  database: Database,
  trace: Trace,
  { table = OUTBOX, change = (sql: string) => sql } = {},
): Promise<readonly Replayed[]> {
  const script = transactions(trace);
  await database.reset();
  const outcomes = await database.run([
    { id: 'outbox', sql: table },
    ...setUp(trace.scenario),
    ...script.flatMap(({ statements }) => statements.map(({ id, sql }) => ({ id, sql: change(sql) }))),
  ]);
  const refused = outcomes.find(({ id, ok }) => !ok && (id === 'outbox' || id.startsWith('set-up/')));
  if (refused !== undefined && !refused.ok) throw new Error(refused.error.message);
  const world = worldAfter(trace, 0);
  return script.map((transaction) => {
    while (world.steps < transaction.after && advance(world));
    const record = recorded(transaction, outcomes);
    return { ...record, disagreement: disagreement(world, record) };
  });
}

export interface Agreement {
  readonly runs: number;
  readonly transactions: number;
  /** Statements that PostgreSQL ran. */
  readonly statements: number;
  readonly ms: number;
  /** One sentence for each run that disagrees, with its seed. */
  readonly disagreements: readonly string[];
}

/** Far more than any of these runs takes: one without an end must not take the others with it. */
const MOST_STEPS = 20_000;

/** Replays the runs of so many seeds, from 1. */
export async function measureAgreement(
  count: number,
  runOf: (seed: number) => ChanceRun = chanceRun,
): Promise<Agreement> {
  const database = await openDatabase();
  const begun = performance.now();
  const disagreements: string[] = [];
  let [ended, statements] = [0, 0];
  for (let seed = 1; seed <= count; seed += 1) {
    const { scenario, commands } = runOf(seed);
    const trace = run(scenario, commands, MOST_STEPS);
    const records = await replay(database, trace);
    const wrong = records.find((record) => record.disagreement !== null);
    if (wrong !== undefined) disagreements.push(`Seed ${seed}: ${wrong.disagreement}`);
    ended += records.length;
    statements += transactions(trace).reduce((sum, transaction) => sum + transaction.statements.length, 0);
  }
  await database.close();
  return { runs: count, transactions: ended, statements, ms: performance.now() - begun, disagreements };
}
