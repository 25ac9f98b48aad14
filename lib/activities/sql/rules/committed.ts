import { isUnmarked } from '../claims/wrong-turn';
import { right, wrong } from '../found';
import type { Context, Ran } from '../ran';
import type { SqlRule } from '../rule';
import { beforeAndAfter, rowsExplained } from '../shown';

/** No transaction with changes in it is open when the answer ends, and no claim was undone. What failed `runs` tells. */
export const committed: SqlRule = {
  judge: (_, context) => {
    const { config, runs, statements } = context;
    const [ran] = runs;
    if (ran === undefined || ran.refused !== null) return null;
    const found = lostIn(context, ran);
    if (found === null) return right('Nothing is left open at the end.');
    const last = statements.at(-1);
    return wrong({
      found,
      ...(last !== undefined && { statement: last }),
      explanation: rowsExplained(beforeAndAfter(config.tables, ran)),
    });
  },
};

function lostIn(context: Context, ran: Ran): string | null {
  if (ran.leftOpen) return 'a transaction is still open';
  return isUndone(context, ran) ? 'all that was written is rolled back' : null;
}

/** By itself the claim takes rows and writes it down; when the whole answer has run, nothing of that is left. */
function isUndone({ config: { claims }, tries }: Context, ran: Ran): boolean {
  if (claims === null || tries === null) return false;
  if (isUnmarked(tries) || !tries.turns.some(({ taken }) => taken.length > 0)) return false;
  return JSON.stringify(ran.before(claims.table)) === JSON.stringify(ran.after(claims.table));
}
