import type { Json } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import type { Problem } from '@/lib/shared/problem';
import { readYaml, type YamlDocument } from '@/lib/shared/yaml';
import { type ColumnType, readType } from './column-types';
import { judgeShape, type ShapeProblem } from './judge-shape';
import { isProse, PROSE, pastedAround, startsAsProse } from './pasted';
import { isKeys, type Keys, type Places, placesOf } from './table-document';
import { type ColumnDefault, type ColumnSpec, DEFAULT_CALLS, type TableSpec } from './table-spec';

/** The layers of reading, each only when the one before holds. */
export const LAYERS = ['size', 'yaml', 'shape'] as const;
export type Layer = (typeof LAYERS)[number];

export interface ReadTable {
  readonly spec: TableSpec;
  readonly places: Places;
}

export type TableReading =
  | { readonly ok: true; readonly table: ReadTable }
  /** All problems of the first layer that does not hold. */
  | { readonly ok: false; readonly layer: Layer; readonly problems: readonly ShapeProblem[] };

/** Reads a table from YAML. Never throws, whatever the text. */
export function readTable(text: string): TableReading {
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
  const problems = judgeShape(document);
  if (problems.length > 0) return refuse('shape', problems);
  return { ok: true, table: { spec: specOf(document), places: placesOf(document) } };
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
function specOf(document: YamlDocument): TableSpec {
  const root = document.value as Keys;
  const columns = root['columns'] as readonly Json[];
  return { table: String(root['table']), columns: columns.filter(isKeys).map(columnOf) };
}

const columnOf = (column: Keys): ColumnSpec => ({
  name: String(column['name']),
  type: typeOf(String(column['type'])),
  pk: column['pk'] === true,
  nullable: typeof column['nullable'] === 'boolean' ? column['nullable'] : null,
  default: defaultOf(column['default']),
});

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
