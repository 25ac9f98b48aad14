// The instructor's files into a config, or every reason why not. C7 is this kind's.

import type { Json } from '@/lib/shared/json';
import type { Problem } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import { readType } from '@/lib/table/column-types';
import type { Literal } from '@/lib/table/predicate';
import { readTables } from '@/lib/table/read-table';
import { ALLOWANCES, type Allowance, type TableSpec } from '@/lib/table/table-spec';
import type { ActivitySource } from '../kind';
import { unfillable } from './inserts';
import { needsColumn, needsValues, type RuleName } from './rules';
import { asksSeveral, type Form, type Role, type SchemaCheck, type SchemaConfig } from './schema-config';

/** activity.yaml after its schema has held. */
interface Written {
  readonly checks: readonly (Partial<Omit<SchemaCheck, 'id' | 'rule' | 'says'>> & {
    readonly id: string;
    readonly rule: RuleName;
    readonly says: string;
  })[];
  readonly index?: { readonly on: string; readonly pending: string };
  readonly allows?: readonly Allowance[];
  readonly roles?: {
    readonly [column: string]: { readonly names?: readonly string[]; readonly or?: readonly Form[] };
  };
  readonly table?: 'any';
  readonly beside?: readonly Json[];
  readonly samples?: { readonly [column: string]: Literal };
}

/** A problem without its file: all of these are told at the top of activity.yaml. */
type Told = Omit<Problem, 'file' | 'place'>;

const told = (code: string, message: string, hint: string | null): Told => ({ code, message, hint });

export function compile(source: ActivitySource): Result<SchemaConfig> {
  const written = source.keys as unknown as Written;
  const allows = written.allows ?? [];
  const reading = readTables(source.solutions[0] ?? '', allows);
  if (!reading.ok) {
    const file = `${source.folder}/solution.yaml`;
    return failure(
      reading.problems.map(({ message, hint, place }) => ({ code: 'C701', message, hint, file, place })),
    );
  }
  const beside = besideOf(written.beside ?? []);
  const names = new Names(
    reading.tables.map(({ spec }) => spec),
    asksSeveral({ allows }),
  );
  const config = configOf(written, names, beside.tables);
  const problems = [
    ...beside.problems,
    ...written.checks.flatMap((check, index) => judgeCheck(check, config.checks[index], names)),
    ...(written.index === undefined
      ? []
      : [written.index.on, written.index.pending].flatMap((name) => names.judge('index', name))),
    ...Object.keys(written.roles ?? {}).flatMap((name) => names.judge('key `roles`', name)),
    ...Object.keys(written.samples ?? {}).flatMap((name) => names.judge('key `samples`', name)),
    ...config.tables.flatMap((table) => judgeFilling(table, config)),
  ].map((problem) => ({ ...problem, file: `${source.folder}/activity.yaml`, place: null }));
  return problems.length > 0 ? failure(problems) : success(config);
}

function configOf(written: Written, names: Names, beside: readonly TableSpec[]): SchemaConfig {
  const index = written.index ?? null;
  return {
    tables: names.tables,
    allows: written.allows ?? [],
    anyTable: written.table === 'any',
    roles: Object.entries(written.roles ?? {}).map(
      ([name, { names: others = [], or = [] }]): Role => ({ ...names.find(name), names: others, or }),
    ),
    beside,
    index:
      index === null
        ? null
        : {
            ...names.find(index.on),
            on: names.find(index.on).column,
            pending: names.find(index.pending).column,
          },
    samples: Object.entries(written.samples ?? {}).map(([name, value]) => ({ ...names.find(name), value })),
    checks: written.checks.map((check) => checkOf(check, names)),
  };
}

const checkOf = (check: Written['checks'][number], names: Names): SchemaCheck => {
  const [first = null] = [check.column ?? check.columns?.[0]];
  return {
    id: check.id,
    rule: check.rule,
    table: first === null ? (check.table ?? null) : names.find(first).table,
    column: check.column === undefined || check.column === null ? null : names.find(check.column).column,
    columns: (check.columns ?? []).map((name) => names.find(name).column),
    given: (check.given ?? []).map(baseOf),
    values: check.values ?? [],
    atLeast: check.atLeast ?? 1,
    says: check.says,
    why: check.why ?? null,
    hints: check.hints ?? [],
  };
};

/** PostgreSQL's own name of a type; a name that is none stays, for `judgeCheck` to find. */
function baseOf(written: string): string {
  const reading = readType(written);
  return reading.ok ? reading.type.base : written;
}

function judgeCheck(
  written: Written['checks'][number],
  check: SchemaCheck | undefined,
  names: Names,
): readonly Told[] {
  if (check === undefined) return [];
  const { id, rule, given, table } = check;
  const unknown = given
    .filter((type) => !readType(type).ok)
    .map((type) => told('C704', `The check \`${id}\` speaks of \`${type}\`, which is no type.`, null));
  const columns = [...(written.column ? [written.column] : []), ...(written.columns ?? [])];
  if (columns.length > 0) {
    const lacking = columns.flatMap((name) => names.judge(`check \`${id}\``, name));
    return [...unknown, ...(lacking.length > 0 ? lacking : ofOneTable(id, columns, names)), ...values(check)];
  }
  if (table !== null && !names.tables.some((each) => each.table === table)) {
    const known = names.tables.map((each) => `\`${each.table}\``).join(', ');
    const message = `The check \`${id}\` speaks of \`${table}\`, a table that the solution lacks.`;
    return [...unknown, told('C706', message, `It has ${known}.`)];
  }
  if (rule === 'unique-together') {
    const message = `The check \`${id}\` does not say which columns its rule \`${rule}\` is about.`;
    return [...unknown, told('C702', message, 'Add `columns: […]`.')];
  }
  if (!needsColumn.has(rule)) return unknown;
  const message = `The check \`${id}\` does not say which column its rule \`${rule}\` is about.`;
  return [...unknown, told('C702', message, 'Add `column: …`.')];
}

function ofOneTable(id: string, columns: readonly string[], names: Names): readonly Told[] {
  const tables = new Set(columns.map((name) => names.find(name).table));
  return tables.size < 2
    ? []
    : [
        told(
          'C706',
          `The check \`${id}\` speaks of columns of several tables.`,
          'Write a check for each table.',
        ),
      ];
}

const values = ({ id, rule, values: tried }: SchemaCheck): readonly Told[] =>
  needsValues.has(rule) && tried.length === 0
    ? [
        told(
          'C702',
          `The check \`${id}\` does not say which values its rule \`${rule}\` tries.`,
          'Add `values: […]`.',
        ),
      ]
    : [];

const judgeFilling = (table: TableSpec, { samples }: SchemaConfig): readonly Told[] =>
  unfillable(table, samples).map(({ name, type }) =>
    told(
      'C705',
      `No probe knows a value for \`${name}\`, whose type is \`${type.sql}\`.`,
      'Use another type, or give one in `samples`.',
    ),
  );

/** The tables that are there already, written as an answer is. */
function besideOf(beside: readonly Json[]): {
  readonly tables: readonly TableSpec[];
  readonly problems: readonly Told[];
} {
  if (beside.length === 0) return { tables: [], problems: [] };
  const reading = readTables(JSON.stringify({ tables: beside }), ALLOWANCES);
  if (reading.ok) return { tables: reading.tables.map(({ spec }) => spec), problems: [] };
  return {
    tables: [],
    problems: reading.problems.map(({ message, hint }) => told('C707', `In \`beside\`: ${message}`, hint)),
  };
}

/** The names of the solution's columns, as checks write them. */
class Names {
  readonly tables: readonly TableSpec[];
  readonly #several: boolean;

  constructor(tables: readonly TableSpec[], several: boolean) {
    this.tables = tables;
    this.#several = several;
  }

  find(written: string): { readonly table: string; readonly column: string } {
    const [before = '', after] = written.split('.', 2);
    return this.#several && after !== undefined
      ? { table: before, column: after }
      : { table: this.#several ? '' : (this.tables[0]?.table ?? ''), column: written };
  }

  judge(what: string, written: string): readonly Told[] {
    const { table, column } = this.find(written);
    const found = this.tables.find((each) => each.table === table);
    if (found?.columns.some(({ name }) => name === column) === true) return [];
    const label = (each: TableSpec, name: string) =>
      this.#several ? `\`${each.table}.${name}\`` : `\`${name}\``;
    const known = (found === undefined ? this.tables : [found]).flatMap((each) =>
      each.columns.map(({ name }) => label(each, name)),
    );
    return [
      told(
        'C703',
        `The ${what} speaks of \`${written}\`, a column that the solution lacks.`,
        `It has ${known.join(', ')}.`,
      ),
    ];
  }
}
