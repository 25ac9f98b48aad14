// Which of a learner's tables and columns plays which part of the reference: by name, by a listed name, by its type.
import { allowsNull, type ColumnSpec, type TableSpec } from '@/lib/table/table-spec';
import { asksSeveral, type Form, type Role, type SchemaConfig } from './schema-config';

/** A learner's column in the part of one of the reference. */
export interface Part {
  readonly column: string;
  readonly as: 'itself' | Form;
}

/** A table of the reference, the learner's table in its part, and the parts of the columns by the reference's names. */
export interface Cast {
  readonly asked: TableSpec;
  readonly table: TableSpec;
  readonly parts: { readonly [column: string]: Part };
}

/** A cast for each table of the reference for which there is one, in the reference's order. */
export function castOf(config: SchemaConfig, tables: readonly TableSpec[]): readonly Cast[] {
  const playing = playersOf(config, tables);
  return config.tables.flatMap((asked) => {
    const table = playing.get(asked.table);
    return table === undefined ? [] : [{ asked, table, parts: partsOf(config, asked, table) }];
  });
}

function playersOf(config: SchemaConfig, tables: readonly TableSpec[]): ReadonlyMap<string, TableSpec> {
  const [only] = tables;
  const [asked] = config.tables;
  if (!asksSeveral(config) && only !== undefined && asked !== undefined)
    return new Map([[asked.table, only]]);
  const byName = config.tables.flatMap(({ table }) => tables.filter((other) => other.table === table));
  const playing = new Map(byName.map((table) => [table.table, table]));
  if (!config.anyTable) return playing;
  for (const each of config.tables) {
    if (playing.has(each.table)) continue;
    const taken = new Set(playing.values());
    const likest = nearest(
      each,
      tables.filter((table) => !taken.has(table)),
    );
    if (likest !== null) playing.set(each.table, likest);
  }
  return playing;
}

/** The table that shares the most columns, if that is at least half of what is asked. */
function nearest(asked: TableSpec, tables: readonly TableSpec[]): TableSpec | null {
  const names = new Set(asked.columns.map(({ name }) => name));
  const shared = (table: TableSpec) => table.columns.filter(({ name }) => names.has(name)).length;
  const [first] = tables.toSorted((a, b) => shared(b) - shared(a));
  return first !== undefined && shared(first) * 2 >= names.size ? first : null;
}

function partsOf(config: SchemaConfig, asked: TableSpec, table: TableSpec): Cast['parts'] {
  const parts = new Map<string, Part>();
  const taken = new Set<string>();
  const give = (role: Pick<Role, 'column' | 'or'>, player: ColumnSpec | undefined): void => {
    if (player === undefined || parts.has(role.column)) return;
    parts.set(role.column, { column: player.name, as: formOf(player, role.or) });
    taken.add(player.name);
  };
  const free = () => table.columns.filter(({ name }) => !taken.has(name));
  const roles = config.roles.filter((role) => role.table === asked.table);
  for (const { name } of asked.columns) {
    const or = roles.find(({ column }) => column === name)?.or ?? [];
    give(
      { column: name, or },
      table.columns.find((column) => column.name === name),
    );
  }
  for (const role of roles) give(role, listed(role, free()));
  for (const role of roles) give(role, likeOne(role, asked, free()));
  return Object.fromEntries(parts);
}

const FORM_NAMES: Readonly<Record<Form, readonly string[]>> = {
  uuid: [],
  status: ['status', 'state'],
  flag: ['dispatched', 'sent', 'published', 'processed'],
};

const listed = ({ names, or }: Role, columns: readonly ColumnSpec[]): ColumnSpec | undefined =>
  [...names, ...or.flatMap((form) => FORM_NAMES[form])]
    .map((name) => columns.find((column) => column.name === name))
    .find((column) => column !== undefined);

/** The one column left that has the type of the reference's and may be empty where that may; else the one of another form. */
function likeOne(role: Role, asked: TableSpec, columns: readonly ColumnSpec[]): ColumnSpec | undefined {
  const model = asked.columns.find(({ name }) => name === role.column);
  if (model === undefined) return undefined;
  const alike = columns.filter(
    ({ type, ...column }) =>
      type.base === model.type.base &&
      type.array === model.type.array &&
      allowsNull({ type, ...column }) === allowsNull(model),
  );
  const formed = columns.filter((column) => formOf(column, role.or) !== 'itself' && column.default !== null);
  const candidates = alike.length > 0 ? alike : formed;
  return candidates.length === 1 ? candidates[0] : undefined;
}

function formOf({ type }: ColumnSpec, or: readonly Form[]): Part['as'] {
  const form = type.array ? undefined : FORM_OF_TYPE.get(type.base);
  return form !== undefined && or.includes(form) ? form : 'itself';
}

const FORM_OF_TYPE: ReadonlyMap<string, Form> = new Map([
  ['uuid', 'uuid'],
  ['boolean', 'flag'],
  ['text', 'status'],
  ['character varying', 'status'],
]);

/** The learner's column in the part of one of the reference. */
export function playerOf({ table, parts }: Cast, column: string): ColumnSpec | null {
  const part = parts[column];
  return part === undefined ? null : (table.columns.find(({ name }) => name === part.column) ?? null);
}

/** What the learner reads: the column's own name, with its table where there are several. */
export const labelIn = (config: SchemaConfig, { table }: Cast, column: string): string =>
  asksSeveral(config) ? `${table.table}.${column}` : column;

/** The words for the part of a column: the player's, or the reference's where nobody plays it. */
export const labelOfPart = (config: SchemaConfig, cast: Cast, column: string): string =>
  labelIn(config, cast, cast.parts[column]?.column ?? column);
