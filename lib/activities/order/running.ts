// What only running the order settles: its statements in PostgreSQL, cut off after each of them, and its calls under
// every schedule.
import { type Finding, findingOf, type Outcome, type Question, type Row, type Statement } from '../evidence';
import type { CheckResult, Explanation } from '../verdict';
import type { OrderCheck, OrderConfig, Piece } from './order-config';
import type { Arranged, Found } from './rules';

/** What to find out, once nothing else is wrong. */
export function questionsOf({ config, order }: Arranged): readonly Question[] {
  const rules = new Set(config.checks.map(({ rule }) => rule));
  const isSql = rules.has('runs') || rules.has('never') || rules.has('rows');
  const pieces = piecesIn(config, order);
  return [
    ...(isSql ? [{ ask: 'database' as const, id: 'sql', statements: statementsOf(config, pieces) }] : []),
    ...(rules.has('holds') && config.scenario !== null && config.role !== null
      ? [
          {
            ask: 'schedules' as const,
            id: 'calls',
            scenario: config.scenario,
            called: { role: config.role, calls: pieces.flatMap(({ calls }) => calls ?? []) },
          },
        ]
      : []),
  ];
}

export const piecesIn = ({ pieces }: OrderConfig, order: readonly string[]): readonly Piece[] =>
  order.flatMap((id) => pieces.find((piece) => piece.id === id) ?? []);

/**
 * The order once whole, then cut off after each of its statements: whoever runs it crashes there, and what was not
 * committed is gone. Each time in a schema of its own, so that all of it is one question.
 */
function statementsOf(config: OrderConfig, pieces: readonly Piece[]): readonly Statement[] {
  const sql = pieces.filter((piece) => piece.sql !== null);
  const rounds = Array.from({ length: sql.length + 1 }, (_, cut) => cut);
  return rounds.flatMap((cut) => [
    { id: `${cut}.schema`, sql: `CREATE SCHEMA cut_${cut}` },
    { id: `${cut}.path`, sql: `SET search_path TO cut_${cut}` },
    ...config.setup.map((statement, index) => ({ id: `${cut}.setup.${index}`, sql: statement })),
    ...sql.slice(0, cut).map(({ id, sql: text }) => ({ id: `${cut}.${id}`, sql: text ?? '' })),
    { id: `${cut}.crash`, sql: 'ROLLBACK' },
    ...config.checks
      .filter(({ query }) => query !== null)
      .map((check) => ({ id: `${cut}.query.${check.id}`, sql: check.query ?? '' })),
  ]);
}

export interface Ran {
  readonly found: Found;
  readonly more: Partial<Pick<CheckResult, 'database' | 'explanation'>>;
}

export function judgeRun(arranged: Arranged, check: OrderCheck, findings: readonly Finding[]): Ran {
  if (check.rule === 'holds') return judgeSchedules(arranged, findings);
  const { outcomes } = findingOf(findings, 'database', 'sql');
  const pieces = piecesIn(arranged.config, arranged.order).filter(({ sql }) => sql !== null);
  const of = (id: string) => outcomes.find((outcome) => outcome.id === id);
  const asked = { ...arranged, check, pieces, of };
  if (check.rule === 'runs') return judgeRuns(asked);
  return check.rule === 'never' ? judgeNever(asked) : judgeRows(asked);
}

interface Asked extends Arranged {
  readonly check: OrderCheck;
  /** Those that ran, in their order. */
  readonly pieces: readonly Piece[];
  readonly of: (id: string) => Outcome | undefined;
}

function judgeRuns({ pieces, placeOf, of }: Asked): Ran {
  for (const { id, text } of pieces) {
    const outcome = of(`${pieces.length}.${id}`);
    if (outcome === undefined || outcome.ok) continue;
    const found: Found = {
      wrong: [{ place: placeOf(id), fill: { piece: text, found: outcome.error.message } }],
    };
    return { found, more: { database: outcome.error } };
  }
  return { found: { right: 'PostgreSQL runs every statement of it.' }, more: {} };
}

function judgeNever({ check, pieces, placeOf, of }: Asked): Ran {
  for (let cut = 0; cut <= pieces.length; cut += 1) {
    const outcome = of(`${cut}.query.${check.id}`);
    const rows = rowsOf(outcome);
    if (rows !== null && rows.length === 0) continue;
    const last = pieces[cut - 1];
    const isEnd = cut === pieces.length;
    const piece = last?.text ?? 'nothing at all';
    const found = isEnd ? 'at the end' : `after a crash behind “${piece}”`;
    return {
      found: { wrong: [{ place: last === undefined ? null : placeOf(last.id), fill: { piece, found } }] },
      more: rows === null ? {} : { explanation: shown(found, rows) },
    };
  }
  return { found: { right: 'It holds after a crash behind every statement, and at the end.' }, more: {} };
}

function judgeRows({ check, pieces, of }: Asked): Ran {
  const rows = rowsOf(of(`${pieces.length}.query.${check.id}`));
  if (rows !== null && same(rows, check.rows))
    return { found: { right: 'In the end the rows are as they should be.' }, more: {} };
  const found = rows === null ? 'nothing' : rows.map(rowInWords).join('; ') || 'no rows';
  return {
    found: { wrong: [{ place: null, fill: { found } }] },
    more: rows === null ? {} : { explanation: shown('in the end', rows) },
  };
}

const rowsOf = (outcome: Outcome | undefined): readonly Row[] | null =>
  outcome?.ok === true ? outcome.rows : null;

/** As text: a number that PostgreSQL writes as text is the same number. */
const rowInWords = (row: Row): string =>
  Object.entries(row)
    .map(([column, value]) => `${column} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');

const same = (rows: readonly Row[], expected: readonly Row[]): boolean =>
  rows.length === expected.length &&
  rows.every((row, index) => rowInWords(row) === rowInWords(expected[index] ?? {}));

const shown = (title: string, rows: readonly Row[]): Explanation => ({
  show: 'rows',
  tables: [{ title, columns: Object.keys(rows[0] ?? {}), rows, marked: rows.map((_, index) => index) }],
});

function judgeSchedules({ config }: Arranged, findings: readonly Finding[]): Ran {
  const { explored } = findingOf(findings, 'schedules', 'calls');
  const { scenario } = config;
  if (explored.verdict === 'holds')
    return { found: { right: 'It holds in every order of things, within these budgets.' }, more: {} };
  const found = explored.invariant ?? explored.fault?.words ?? 'not all that can happen could be tried';
  const explanation: Explanation | null =
    scenario === null || explored.path === null ? null : { show: 'schedule', scenario, explored };
  return {
    found: { wrong: [{ place: null, fill: { found } }] },
    more: explanation === null ? {} : { explanation },
  };
}
