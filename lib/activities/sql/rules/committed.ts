import { right, wrong } from '../found';
import type { SqlRule } from '../rule';
import { beforeAndAfter, rowsExplained } from '../shown';

/** No transaction with changes in it is open when the answer ends. One that failed is told by `runs`. */
export const committed: SqlRule = {
  judge: (_, { config, runs, statements }) => {
    const [ran] = runs;
    if (ran === undefined || ran.refused !== null) return null;
    if (!ran.leftOpen) return right('Nothing is left open at the end.');
    const last = statements.at(-1);
    return wrong({
      ...(last !== undefined && { statement: last }),
      explanation: rowsExplained(beforeAndAfter(config.tables, ran)),
    });
  },
};
