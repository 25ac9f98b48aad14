import type { Row } from '../../evidence';
import { right, wrong } from '../found';
import type { Ran } from '../ran';
import type { SqlRule } from '../rule';
import { beforeAndAfter, rowsExplained } from '../shown';
import type { SqlCheck } from '../sql-config';

/** The answer adds, changes and removes so many rows of a table, told apart by their key. */
export const affects: SqlRule = {
  judge: (check, { config, runs }) => {
    const { table, inserts, updates, deletes } = check;
    if (table === null) return null;
    const expected = inWords({ inserts, updates, deletes });
    for (const ran of runs) {
      if (ran.refused !== null) return null;
      const found = inWords(changesIn(table, check, ran));
      if (found === expected) continue;
      const explanation = rowsExplained(beforeAndAfter([table], ran));
      return wrong({ found, expected, inCase: ran.case.name, explanation });
    }
    const known = config.tables.includes(table);
    return known ? right(`\`${table}\` has ${expected}.`) : null;
  },
};

interface Changes {
  readonly inserts: number;
  readonly updates: number;
  readonly deletes: number;
}

function changesIn(table: string, { key }: SqlCheck, ran: Ran): Changes {
  const byKey = (rows: readonly Row[]): ReadonlyMap<string, string> =>
    new Map(rows.map((row) => [JSON.stringify(row[key] ?? null), JSON.stringify(row)]));
  const before = byKey(ran.before(table));
  const after = byKey(ran.after(table));
  const kept = [...after].filter(([id]) => before.has(id));
  return {
    inserts: after.size - kept.length,
    updates: kept.filter(([id, row]) => before.get(id) !== row).length,
    deletes: before.size - kept.length,
  };
}

function inWords({ inserts, updates, deletes }: Changes): string {
  const parts = [
    ...(inserts > 0 ? [`${inserts} new`] : []),
    ...(updates > 0 ? [`${updates} changed`] : []),
    ...(deletes > 0 ? [`${deletes} removed`] : []),
  ];
  if (parts.length === 0) return 'no row changed';
  return `${parts.join(', ')} ${inserts + updates + deletes === 1 ? 'row' : 'rows'}`;
}
