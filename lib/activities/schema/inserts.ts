// The rows that probes write: the least that the reference asks of one, in the learner's own columns.
import { quoteIdentifier, quoteLiteral } from '@/lib/table/identifier';
import type { Literal } from '@/lib/table/predicate';
import { literalSql } from '@/lib/table/predicate-sql';
import { allowsNull, type ColumnSpec, type TableSpec } from '@/lib/table/table-spec';
import { type Cast, playerOf } from './casting';
import { pendingIn, sentValue } from './pending';
import type { SchemaConfig } from './schema-config';
import { isAloneUnique, isDistinct } from './uniqueness';

/** What rows are made from: the table's cast, the others', and every table that there is. */
export interface Scene {
  readonly config: SchemaConfig;
  readonly cast: Cast;
  readonly casts: readonly Cast[];
  readonly tables: readonly TableSpec[];
}

type Values = Readonly<Record<string, string>>;

/** The nth value that a column of this type takes, as SQL; null for a type that the probes cannot fill. */
export function sample({ type }: ColumnSpec, n = 1): string | null {
  switch (type.array ? 'array' : type.base) {
    case 'uuid':
      return quoteLiteral(`0d9e3a52-9a3c-4c53-9d8b-5f6a1c0e7b${String(10 + n)}`);
    case 'text':
    case 'character varying':
      return quoteLiteral(n === 1 ? 'OrderPlaced' : `OrderPlaced${n}`);
    case 'json':
    case 'jsonb':
      return quoteLiteral('{"total": 42}');
    case 'timestamp with time zone':
    case 'timestamp without time zone':
    case 'date':
      return 'now()';
    case 'bigint':
    case 'integer':
    case 'smallint':
    case 'numeric':
    case 'real':
    case 'double precision':
      return String(n);
    case 'boolean':
      return 'false';
    default:
      return null;
  }
}

/** As many different values as there are rows, for each type that can hold them. */
function countedSample(column: ColumnSpec): string | null {
  switch (column.type.base) {
    case 'uuid':
      return 'gen_random_uuid()';
    case 'text':
    case 'character varying':
      return "'v' || n";
    case 'bigint':
    case 'integer':
    case 'numeric':
      return 'n';
    default:
      return sample(column);
  }
}

/** The columns that an insert must name: those that are never empty and get no value by themselves. */
const named = ({ columns }: TableSpec): readonly ColumnSpec[] =>
  columns.filter((column) => !(allowsNull(column) || column.type.numbered) && column.default === null);

/** Columns of a reference that no probe could fill. */
export const unfillable = (reference: TableSpec, samples: SchemaConfig['samples']): readonly ColumnSpec[] =>
  named(reference).filter(
    (column) =>
      sample(column) === null &&
      !samples.some((given) => given.table === reference.table && given.column === column.name),
  );

/** The author's own value for the column of the reference whose part a learner's plays. */
function given({ config, casts }: Scene, table: TableSpec, column: string): Literal | null {
  const cast = casts.find((each) => each.table.table === table.table);
  const asked = Object.entries(cast?.parts ?? {}).find(([, part]) => part.column === column)?.[0];
  const found = config.samples.find((each) => each.table === cast?.asked.table && each.column === asked);
  return found?.value ?? null;
}

const least = (scene: Scene): readonly ColumnSpec[] =>
  named(scene.cast.asked).flatMap((column) => {
    const player = playerOf(scene.cast, column.name);
    return player === null ? [] : [player];
  });

/** Two rows may be of one kind, and speak of one order; each has its own number and its own id. */
const mustDiffer = (table: TableSpec, { name, type, references }: ColumnSpec): boolean =>
  references === null &&
  (isAloneUnique(table, name) || (isDistinct(table, name) && !TEXTS.includes(type.base)));

const TEXTS: readonly string[] = ['text', 'character varying'];

/** What a row of the learner's table says at least; the nth differs from others where rows must. */
function valuesOf(scene: Scene, set: Values, n: number): Values {
  const { table } = scene.cast;
  const values = least(scene).map((column) => {
    const own = given(scene, table, column.name);
    return [
      column.name,
      own === null ? sample(column, mustDiffer(table, column) ? n : 1) : literalSql(own),
    ] as const;
  });
  return { ...Object.fromEntries(values.map(([name, value]) => [name, value ?? 'NULL'])), ...set };
}

/** The least that the reference asks of a row, and what is given besides. */
export const insert = (scene: Scene, set: Values = {}, n = 1): string =>
  insertInto(scene.cast.table, valuesOf(scene, set, n));

function insertInto(table: TableSpec, values: Values): string {
  const names = Object.keys(values);
  const columns = names.map(quoteIdentifier).join(', ');
  const isNumbered = table.columns.some(
    ({ name, identity }) => identity === 'always' && names.includes(name),
  );
  const overriding = isNumbered ? 'OVERRIDING SYSTEM VALUE ' : '';
  const row =
    names.length === 0
      ? 'DEFAULT VALUES'
      : `(${columns}) ${overriding}VALUES (${Object.values(values).join(', ')})`;
  return `INSERT INTO ${quoteIdentifier(table.table)} ${row}`;
}

/** The rows that a row refers to, and those that these refer to, in an order in which they go in. `but`: a column that stays without. */
export function parents(scene: Scene, set: Values = {}, but: string | null = null): readonly string[] {
  const rows = new Map<string, string>();
  const walk = (table: TableSpec, values: Values): void => {
    for (const { name, references } of table.columns) {
      const value = values[name];
      const target = scene.tables.find((each) => each.table === references?.table);
      if (references === null || target === undefined || value === undefined || name === but) continue;
      if (target.table === table.table || rows.has(target.table)) continue;
      const own = leastOf(scene, target, { [references.column]: value });
      walk(target, own);
      rows.set(target.table, insertInto(target, own));
    }
  };
  walk(scene.cast.table, valuesOf(scene, set, 1));
  return [...rows.values()];
}

/** What a row of any table says at least by its own account. */
function leastOf(scene: Scene, table: TableSpec, set: Values): Values {
  const values = named(table).map((column) => {
    const own = given(scene, table, column.name);
    return [column.name, own === null ? (sample(column) ?? 'NULL') : literalSql(own)] as const;
  });
  return { ...Object.fromEntries(values), ...set };
}

/** Foreign keys are not looked at within the transaction: for rows by the thousand, which no parents are made for. */
export const WITHOUT_PARENTS = 'SET LOCAL session_replication_role = replica';

/** Many rows in one statement: first those in which `pending` was sent, then those that wait. */
export function insertMany(scene: Scene, pending: string, sent: number, waiting: number): string {
  const player = playerOf(scene.cast, pending)?.name ?? pending;
  const waits = pendingIn(scene.cast, pending);
  const value = waits.kind === 'compare' ? literalSql(waits.value) : 'NULL';
  const state = `CASE WHEN n <= ${sent} THEN ${sentValue(scene.cast, pending)} ELSE ${value} END`;
  return insertRows(scene, { [player]: state }, sent + waiting);
}

/** Rows of which each has its own value in a column. */
export function insertDifferent(scene: Scene, column: string, rows: number): string {
  const player = playerOf(scene.cast, column);
  const value = player === null ? null : countedSample(player);
  return insertRows(scene, player === null || value === null ? {} : { [player.name]: value }, rows);
}

function insertRows(scene: Scene, set: Values, rows: number): string {
  const { table } = scene.cast;
  const least = Object.entries(valuesOf(scene, {}, 1)).map(([name, value]) => {
    const column = table.columns.find((each) => each.name === name);
    const differs = column !== undefined && isDistinct(table, name);
    return [name, differs ? (countedSample(column) ?? value) : value] as const;
  });
  const values = { ...Object.fromEntries(least), ...set };
  const columns = Object.keys(values).map(quoteIdentifier).join(', ');
  return `INSERT INTO ${quoteIdentifier(table.table)} (${columns}) SELECT ${Object.values(values).join(', ')} FROM generate_series(1, ${rows}) AS n`;
}
