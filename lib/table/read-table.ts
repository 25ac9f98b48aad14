import type { Json } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import type { Problem } from '@/lib/shared/problem';
import { readYaml } from '@/lib/shared/yaml';
import { type ColumnType, readType } from './column-types';
import { canCount } from './judge-parts';
import { judgeShape, type ShapeProblem } from './judge-shape';
import { isProse, PROSE, pastedAround, startsAsProse } from './pasted';
import { type Predicate, readPredicate } from './predicate';
import { readReference } from './reference';
import { isKeys, type Keys, type Places, placesOf, type Sheet, sheetsOf, topOf } from './table-document';
import {
  type Allowance,
  type ColumnDefault,
  type ColumnSpec,
  DEFAULT_CALLS,
  type Deletion,
  type Identity,
  type IndexSpec,
  type Reference,
  type TableSpec,
} from './table-spec';

/** The layers of reading, each only when the one before holds. */
export const LAYERS = ['size', 'yaml', 'shape'] as const;
export type Layer = (typeof LAYERS)[number];

export interface ReadTable {
  readonly spec: TableSpec;
  readonly places: Places;
}

export type TableReading =
  | {
      readonly ok: true;
      /** One, or as many as were written where an activity allows several. */
      readonly tables: readonly [ReadTable, ...ReadTable[]];
      /** Where a missing table is missed. */
      readonly top: Place;
    }
  /** All problems of the first layer that does not hold. */
  | { readonly ok: false; readonly layer: Layer; readonly problems: readonly ShapeProblem[] };

/** Reads a table, or the tables that an activity allows, from YAML. Never throws, whatever the text. */
export function readTables(text: string, allows: readonly Allowance[] = []): TableReading {
  const reading = readYaml(text);
  const tooLarge = !reading.ok && reading.problems[0]?.code === 'yaml-too-large';
  if (tooLarge) return refuse('size', reading.problems.map(plainly));

  const pasted = pastedAround(text);
  if (pasted !== null)
    return refuse('yaml', [{ subject: null, ...pasted, place: placeAt(text, pasted.offset) }]);
  if (!reading.ok && startsAsProse(text))
    return refuse('yaml', [{ subject: null, ...PROSE, place: placeAt(text, 0) }]);
  if (!reading.ok) return refuse('yaml', reading.problems.map(plainly));

  const document = reading.value;
  if (isProse(document.value)) {
    return refuse('yaml', [{ subject: null, ...PROSE, place: document.placeOf([], 'value') }]);
  }
  const problems = judgeShape(document, allows);
  if (problems.length > 0) return refuse('shape', problems);
  const tables = sheetsOf(document, allows).map((sheet) => ({
    spec: specOf(sheet),
    places: placesOf(sheet),
  }));
  return { ok: true, tables: tables as [ReadTable, ...ReadTable[]], top: topOf(document) };
}

const refuse = (layer: Layer, problems: readonly ShapeProblem[]): TableReading => ({
  ok: false,
  layer,
  problems,
});

const plainly = ({ message, hint, place }: Problem): ShapeProblem => ({
  subject: null,
  message,
  hint,
  place,
});

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n?|\n/);
  const line = before.length;
  const column = (before.at(-1)?.replace('\uFEFF', '').length ?? 0) + 1;
  return { line, column, endLine: line, endColumn: column + 1 };
}

/** Only after the shape holds: what is missing or of another kind by then is a bug. */
function specOf({ value, allows }: Sheet): TableSpec {
  const root = value as Keys;
  const columns = (root['columns'] as readonly Json[]).filter(isKeys).map(columnOf);
  const indexes = (root['indexes'] ?? []) as readonly Json[];
  return {
    table: String(root['table']),
    columns,
    indexes: indexes.filter(isKeys).map(indexOf),
    composite: allows.includes('composite-key') && columns.filter(({ pk }) => pk).length > 1,
  };
}

function columnOf(column: Keys): ColumnSpec {
  const type = typeOf(String(column['type']));
  const identity = (column['identity'] ?? null) as Identity | null;
  return {
    name: String(column['name']),
    type: identity !== null && canCount(type) ? { ...type, numbered: true } : type,
    pk: column['pk'] === true,
    nullable: typeof column['nullable'] === 'boolean' ? column['nullable'] : null,
    default: defaultOf(column['default']),
    unique: column['unique'] === true,
    references: referenceOf(column['references']),
    check: predicateOf(column['check']),
    identity,
  };
}

const indexOf = (index: Keys): IndexSpec => ({
  columns: (index['columns'] as readonly Json[]).map(String),
  unique: index['unique'] === true,
  where: predicateOf(index['where']),
});

function referenceOf(written: Json | undefined): Reference | null {
  if (isKeys(written)) {
    const onDelete = (written['onDelete'] ?? null) as Deletion | null;
    return { table: String(written['table']), column: String(written['column']), onDelete };
  }
  if (typeof written !== 'string') return null;
  const reading = readReference(written);
  if (!reading.ok) throw new Error(`The shape let the foreign key ${JSON.stringify(written)} pass.`);
  return { table: reading.table, column: reading.column, onDelete: null };
}

function predicateOf(written: Json | undefined): Predicate | null {
  if (typeof written !== 'string') return null;
  const reading = readPredicate(written);
  if (!reading.ok) throw new Error(`The shape let the condition ${JSON.stringify(written)} pass.`);
  return reading.predicate;
}

function typeOf(written: string): ColumnType {
  const reading = readType(written);
  if (!reading.ok) throw new Error(`The shape let the type ${JSON.stringify(written)} pass.`);
  return reading.type;
}

function defaultOf(value: Json | undefined): ColumnDefault | null {
  if (typeof value === 'string') {
    const text = value.toLowerCase().replace(/\s/g, '');
    const call = DEFAULT_CALLS.find((known) => known === text);
    return call === undefined ? { kind: 'literal', value } : { kind: 'call', call };
  }
  return typeof value === 'number' || typeof value === 'boolean' ? { kind: 'literal', value } : null;
}
