// Keeps the database at the head of the stage's run: replays what is new, and starts over where the past changed.
import type { StoreApi } from 'zustand/vanilla';
import type { Outcome, Statement } from '@/lib/activities/evidence';
import { disagreement } from '@/lib/sim/database/agreement';
import { type Recorded, recorded } from '@/lib/sim/database/recorded';
import {
  commonStart,
  setUp,
  type Transaction,
  transactions as transactionsOf,
} from '@/lib/sim/database/replay';
import { type Trace, worldAfter } from '@/lib/sim/trace';
import type { StageState } from './stage';

/** Runs the statements once the database is ready. Rejects only if there is none, with words for the learner. */
export type RunScript = (
  statements: readonly Statement[],
  options: { readonly reset: boolean },
) => Promise<readonly Outcome[]>;

export interface Follower {
  readonly open: (creates: readonly Statement[]) => void;
  readonly follow: () => void;
  /** What there is to replay of a trace, and what of that is known already from the one that is on the stage. */
  readonly pastOf: (trace: Trace) => Past;
}

type Past = Pick<StageState, 'transactions' | 'recording'> & Partial<Pick<StageState, 'standing'>>;

/** A schedule that was found has no clocks, and so no times that rows could have: its rows are the model's. */
const UNTIMED: Past = { transactions: [], recording: [], standing: { at: 'model' } };

/** Transactions in one script: far below what the database's watchdog allows. */
const AT_ONCE = 100;

/** Others use the database too, and empty it: how far the replay had come stands in the database itself. */
const makeHead: readonly Statement[] = [
  { id: 'head/make', sql: 'CREATE TABLE stage_head (transactions int)' },
  { id: 'head/begin', sql: 'INSERT INTO stage_head VALUES (0)' },
];
const readHead: Statement = { id: 'head/read', sql: 'SELECT transactions FROM stage_head' };
const moveHead = (to: number): Statement => ({
  id: 'head/move',
  sql: `UPDATE stage_head SET transactions = ${to}`,
});

export function followInDatabase(state: StoreApi<StageState>, runScript: RunScript): Follower {
  let creates: readonly Statement[] = [];
  /** What the database holds. */
  let held: readonly Transaction[] = [];
  let working = false;
  /** Something has changed since the last look. */
  let asked = false;

  /** Null if the database does not hold what came before. */
  const replay = async (from: number, trace: Trace, some: readonly Transaction[]) => {
    const script = [...some.flatMap(({ statements }) => statements), moveHead(from + some.length)];
    const whole = [...creates, ...setUp(trace.scenario), ...makeHead, ...script];
    const outcomes = await runScript(from === 0 ? whole : [readHead, ...script], { reset: from === 0 });
    if (from > 0 && headIn(outcomes) !== from) return null;
    return some.map((transaction) => {
      const record = recorded(transaction, outcomes);
      return {
        transaction,
        record,
        disagreement: disagreement(worldAfter(trace, transaction.after), record),
      };
    });
  };

  /** One script's worth; false once the database has caught up. */
  const goOn = async (): Promise<boolean> => {
    const { trace, transactions, recording, standing } = state.getState();
    if (trace.path !== undefined) return false;
    // Another run was on the stage for a moment: what the database holds is right, what was read back is gone.
    const isForgotten = recording.length < held.length;
    const from = isForgotten || commonStart(held, transactions) < held.length ? 0 : held.length;
    if (from > 0 && from === transactions.length) return false;
    if (from === 0 && standing.at !== 'agrees') state.setState({ standing: { at: 'behind' } });
    const tables = creates;
    const replayed = await replay(from, trace, transactions.slice(from, from + AT_ONCE));
    // Somebody else emptied the database, or the table is another one by now: from the start.
    if (replayed === null || tables !== creates) {
      held = [];
      return true;
    }
    held = transactions.slice(0, from + replayed.length);
    keep(state, held, from, replayed);
    return held.length < transactions.length;
  };

  const catchUp = async () => {
    if (state.getState().standing.at !== 'agrees') state.setState({ standing: { at: 'behind' } });
    while (asked) {
      asked = false;
      while (await goOn());
    }
    const { standing, trace } = state.getState();
    if (trace.path === undefined && standing.at !== 'disagrees')
      state.setState({ standing: { at: 'agrees' } });
  };

  const follow = async () => {
    asked = true;
    const { trace } = state.getState();
    if (working || creates.length === 0 || trace.path !== undefined) return;
    working = true;
    try {
      await catchUp();
    } catch (error) {
      held = [];
      const words = error instanceof Error ? error.message : String(error);
      state.setState({ standing: { at: 'failed', words } });
    }
    working = false;
    if (asked) await follow();
  };

  return {
    follow: () => void follow(),
    pastOf: (trace) => {
      if (trace.path !== undefined) return UNTIMED;
      const before = state.getState();
      const transactions = transactionsOf(trace);
      const known = commonStart(before.transactions, transactions);
      const isAnew = before.standing.at === 'model' && creates.length > 0;
      return {
        transactions,
        recording: before.recording.slice(0, known),
        ...(isAnew && { standing: { at: 'behind' } }),
      };
    },
    open: (statements) => {
      creates = statements;
      held = [];
      state.setState({ recording: [] });
      void follow();
    },
  };
}

interface Replayed {
  readonly record: Recorded;
  readonly disagreement: string | null;
}

/** Adds what was recorded, unless the run has changed under it in the meantime. */
function keep(
  state: StoreApi<StageState>,
  held: readonly Transaction[],
  from: number,
  replayed: readonly Replayed[],
): void {
  const { recording, transactions, trace } = state.getState();
  if (trace.path !== undefined || recording.length < from) return;
  const records = [...recording.slice(0, from), ...replayed.map(({ record }) => record)];
  state.setState({ recording: records.slice(0, commonStart(held, transactions)) });
  const wrong = replayed.find(({ disagreement }) => disagreement !== null);
  if (wrong?.disagreement) state.setState({ standing: { at: 'disagrees', words: wrong.disagreement } });
}

function headIn(outcomes: readonly Outcome[]): unknown {
  const head = outcomes.find(({ id }) => id === readHead.id);
  return head?.ok ? head.rows[0]?.['transactions'] : null;
}
