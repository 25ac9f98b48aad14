// What keeps a document from being a table: the schema says where, `shape-words` says it for people.
import type { Json } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import type { YamlDocument, YamlPath } from '@/lib/shared/yaml';
import { readType } from './column-types';
import { MAX_COLUMNS } from './shape-schema';
import { type ShapeError, validate } from './shape-validator.generated';
import {
  BLANK_COLUMN,
  BLANK_TYPE,
  isBlank,
  keyMeant,
  missingOfColumn,
  missingOfTable,
  noColumn,
  unknownKey,
  unreadableDefault,
  type Words,
  wrongValue,
} from './shape-words';
import { isKeys, type Keys, pairAt } from './table-document';

export interface ShapeProblem {
  /** The column that it is about, by name or by number; null for the table. */
  readonly subject: string | null;
  readonly message: string;
  readonly hint: string | null;
  readonly place: Place | null;
}

/** More would not be read. */
const MOST = 40;

/** Everything that keeps a document from being a table. */
export function judgeShape(document: YamlDocument): readonly ShapeProblem[] {
  const found = new Map<string, ShapeProblem>();
  validate(document.value);
  for (const error of validate.errors ?? []) {
    const path = pathOf(error.instancePath);
    if (isMisspelt(error, path, document.value) || isToldWithType(path, document.value)) continue;
    const key = `${error.instancePath}/${extra(error) ?? ''}`;
    if (found.size < MOST && !found.has(key)) found.set(key, problemOf(error, path, document));
  }
  for (const problem of unknownTypes(document))
    if (found.size < MOST) found.set(JSON.stringify(problem), problem);
  return [...found.values()].sort(byPlace);
}

const extra = (error: ShapeError): string | null => {
  const key = error.params['additionalProperty'] ?? error.params['missingProperty'];
  return key === undefined ? null : String(key);
};

/** A key that is missing only because it was written otherwise: the unknown key says so already. */
function isMisspelt(error: ShapeError, path: YamlPath, root: Json): boolean {
  const holder = valueAt(root, path);
  if (error.keyword !== 'required' || !isKeys(holder)) return false;
  const ofTable = path.length === 0;
  return Object.keys(holder).some(
    (key) => key.startsWith(`${extra(error)}:`) || keyMeant(key, ofTable) === extra(error),
  );
}

const isOpen = (column: Json | undefined): boolean =>
  isKeys(column) && isBlank(column['type']) && isBlank(column['nullable']);

/** The blank after `nullable` of a column whose type is blank too: one sentence asks for both. */
const isToldWithType = (path: YamlPath, root: Json): boolean =>
  path.at(-1) === 'nullable' && isOpen(valueAt(root, path.slice(0, -1)));

/** The first character of something long: the whole of it would be marked otherwise. */
const startOf = (place: Place | null): Place | null =>
  place === null ? null : { ...place, endLine: place.line, endColumn: place.column + 1 };

const byPlace = (a: ShapeProblem, b: ShapeProblem): number =>
  (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);

const pathOf = (pointer: string): YamlPath =>
  pointer
    .split('/')
    .slice(1)
    .map((step, index) => (index === 1 ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));

function problemOf(error: ShapeError, path: YamlPath, document: YamlDocument): ShapeProblem {
  const value = valueAt(document.value, path);
  const key = extra(error);
  const subject = subjectOf(document.value, path);
  if (error.keyword === 'additionalProperties' && key !== null) {
    const place = document.placeOf([...path, key], 'key');
    return sentence(subject, unknownKey(key, path.length === 0), place);
  }
  if (error.keyword === 'required' && key !== null) {
    const place = startOf(document.placeOf(path, 'value'));
    return sentence(subject, path.length === 0 ? missingOfTable(key) : missingOfColumn(key, subject), place);
  }
  const words = path.length === 2 ? noColumn(value) : wrongValue(String(path.at(-1) ?? ''), value);
  return sentence(subject, words, pairAt(document, path));
}

const sentence = (subject: string | null, [message, hint]: Words, place: Place | null): ShapeProblem => ({
  subject,
  message,
  hint,
  place,
});

/** The item as its own map, `columns` from the root, a key by name; undefined where the path leads nowhere. */
function valueAt(root: Json, path: YamlPath): Json | undefined {
  let at: Json | undefined = root;
  for (const step of path) {
    if (Array.isArray(at)) at = (at as readonly Json[])[Number(step)];
    else at = isKeys(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at;
}

function subjectOf(root: Json, path: YamlPath): string | null {
  if (path[0] !== 'columns' || typeof path[1] !== 'number') return null;
  const name = valueAt(root, ['columns', path[1], 'name']);
  return typeof name === 'string' && name !== '' && name.length <= 63 ? name : `column ${path[1] + 1}`;
}

/** Types, and defaults that look like calls: what a schema cannot tell. */
function unknownTypes(document: YamlDocument): readonly ShapeProblem[] {
  const columns = valueAt(document.value, ['columns']);
  if (!Array.isArray(columns)) return [];
  const problems: ShapeProblem[] = [];
  (columns as readonly Json[]).slice(0, MAX_COLUMNS).forEach((column, index) => {
    if (!isKeys(column)) return;
    const subject = subjectOf(document.value, ['columns', index]);
    const type = typeWords(column);
    if (type !== null) problems.push(sentence(subject, type, pairAt(document, ['columns', index, 'type'])));
    const words = unreadableDefault(column['default']);
    if (words !== null)
      problems.push(sentence(subject, words, pairAt(document, ['columns', index, 'default'])));
  });
  return problems;
}

function typeWords(column: Keys): Words | null {
  const type = column['type'];
  if (typeof type !== 'string' || type.trim() === '') return null;
  if (isBlank(type)) return isOpen(column) ? BLANK_COLUMN : BLANK_TYPE;
  const reading = readType(type);
  // A comma has cut `numeric(10,2)` in two; the other half is told as a key.
  const cut = /\(\s*\d+$/.test(type);
  return reading.ok || cut ? null : [reading.message, reading.hint];
}
