import type { Json } from '@/lib/shared/json';
import type { SplitStatement } from '../../evidence';
import { right, wrong } from '../found';
import type { SqlRule } from '../rule';

/** How PostgreSQL goes about a query: through an index, or not through the whole of a table. */
export const plan: SqlRule = {
  looks: ({ query }, statements) => {
    const sql = query ?? planned(statements)?.sql ?? null;
    return sql === null ? [] : [`EXPLAIN (FORMAT JSON) ${sql}`];
  },
  judge: (check, { runs, statements }) => {
    const ran = runs.find(({ refused }) => refused === null);
    const [outcome] = ran?.looked(check) ?? [];
    if (outcome === undefined) return null;
    const statement = check.query === null ? planned(statements) : undefined;
    const at = statement === undefined ? {} : { statement };
    if (!outcome.ok) return wrong({ ...at, found: outcome.error.message, database: outcome.error });
    const nodes = nodesIn(outcome.rows[0]?.['QUERY PLAN'] ?? null);
    const found = [...new Set(nodes.map(({ words }) => words))].join(', ');
    const uses = check.uses === null || nodes.some(({ index }) => index === check.uses);
    const avoids = check.avoids === null || !nodes.some(({ scans }) => scans === check.avoids);
    return uses && avoids ? right(`PostgreSQL goes about it so: ${found}.`) : wrong({ ...at, found });
  },
};

const PLANNED: ReadonlySet<string> = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
]);

/** The answer's last statement that has a plan. */
const planned = (statements: readonly SplitStatement[]): SplitStatement | undefined =>
  statements.findLast(({ node }) => PLANNED.has(node));

interface PlanNode {
  readonly words: string;
  readonly index: string | null;
  /** The table that it reads from one end to the other. */
  readonly scans: string | null;
}

function nodesIn(tree: Json): readonly PlanNode[] {
  if (tree === null || typeof tree !== 'object') return [];
  if (Array.isArray(tree)) return (tree as readonly Json[]).flatMap(nodesIn);
  const node = tree as { readonly [key: string]: Json };
  const type = node['Node Type'];
  const within = Object.values(node).flatMap(nodesIn);
  if (typeof type !== 'string') return within;
  const text = (key: string): string | null => (typeof node[key] === 'string' ? node[key] : null);
  const [index, table] = [text('Index Name'), text('Relation Name')];
  const on = index ?? table;
  const words = on === null ? type : `${type} on \`${on}\``;
  return [{ words, index, scans: type === 'Seq Scan' ? table : null }, ...within];
}
