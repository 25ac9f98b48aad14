// What keeps a document from being a table: the schema says where, `shape-words` says it for people.
import type { Json } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import type { YamlDocument, YamlPath } from '@/lib/shared/yaml';
import { partProblems } from './judge-parts';
import { tablesProblems } from './judge-tables';
import { type Holder, keysOf, LATER_KEYS } from './shape-schema';
import { type ShapeError, validate } from './shape-validator.generated';
import { keyMeant, missing, noItem, unknownKey, type Words } from './shape-words';
import { isKeys, pairIn, placeIn, type Sheet, sheetsOf, subjectAt, valueIn } from './table-document';
import type { Allowance } from './table-spec';
import { isBlank, wrongValue } from './value-words';

export interface ShapeProblem {
  /** The column that it is about, by name or by number; null for the table. */
  readonly subject: string | null;
  readonly message: string;
  readonly hint: string | null;
  readonly place: Place | null;
}

/** More would not be read. */
const MOST = 40;

/** Everything that keeps a document from being a table, or the tables that an activity allows. */
export function judgeShape(document: YamlDocument, allows: readonly Allowance[]): readonly ShapeProblem[] {
  const found = new Map<string, ShapeProblem>();
  const add = (key: string, problem: ShapeProblem): void => {
    if (found.size < MOST && !found.has(key)) found.set(key, problem);
  };
  const sheets = sheetsOf(document, allows);
  for (const sheet of sheets) {
    for (const [key, problem] of schemaProblems(sheet)) add(`${sheet.base.join('/')}${key}`, problem);
    for (const problem of partProblems(sheet)) add(JSON.stringify(problem), problem);
  }
  if (allows.includes('tables')) {
    for (const problem of tablesProblems(document, sheets, found.size === 0))
      add(JSON.stringify(problem), problem);
  }
  return [...found.values()].sort(byPlace);
}

function* schemaProblems(sheet: Sheet): Iterable<readonly [string, ShapeProblem]> {
  validate(sheet.value);
  const undeclared = undeclaredIn(sheet);
  const refused = undeclared.map(
    ({ instancePath, params }) => `${instancePath}/${params['additionalProperty']}`,
  );
  const errors = (validate.errors ?? []).filter(
    ({ instancePath: at }) => !refused.some((path) => at === path || at.startsWith(`${path}/`)),
  );
  for (const error of [...errors, ...undeclared]) {
    const path = pathOf(error.instancePath);
    if (isMisspelt(error, path, sheet) || isToldWithType(path, sheet)) continue;
    yield [`${error.instancePath}/${extra(error) ?? ''}`, problemOf(error, path, sheet)];
  }
}

/** The validator knows every key that there is; those which this activity does not allow are no keys here. */
function undeclaredIn(sheet: Sheet): readonly ShapeError[] {
  const columns = valueIn(sheet, ['columns']);
  const holders: readonly (readonly [string, Holder, Json | undefined])[] = [
    ['', 'table', sheet.value],
    ...(Array.isArray(columns) ? (columns as readonly Json[]) : []).map(
      (column, index) => [`/columns/${index}`, 'column', column] as const,
    ),
  ];
  return holders.flatMap(([instancePath, holder, value]) => {
    const known = keysOf(holder, sheet.allows);
    return Object.keys(isKeys(value) ? value : {})
      .filter((key) => LATER_KEYS.has(key) && !known.includes(key))
      .map((key) => ({ instancePath, keyword: 'additionalProperties', params: { additionalProperty: key } }));
  });
}

const extra = (error: ShapeError): string | null => {
  const key = error.params['additionalProperty'] ?? error.params['missingProperty'];
  return key === undefined ? null : String(key);
};

/** A key that is missing only because it was written otherwise: the unknown key says so already. */
function isMisspelt(error: ShapeError, path: YamlPath, sheet: Sheet): boolean {
  const holder = valueIn(sheet, path);
  if (error.keyword !== 'required' || !isKeys(holder)) return false;
  return Object.keys(holder).some(
    (key) =>
      key.startsWith(`${extra(error)}:`) || keyMeant(key, holderAt(path), sheet.allows) === extra(error),
  );
}

/** The blank after `nullable` of a column whose type is blank too: one sentence asks for both. */
function isToldWithType(path: YamlPath, sheet: Sheet): boolean {
  const column = valueIn(sheet, path.slice(0, -1));
  return (
    path.at(-1) === 'nullable' && isKeys(column) && isBlank(column['type']) && isBlank(column['nullable'])
  );
}

/** The first character of something long: the whole of it would be marked otherwise. */
const startOf = (place: Place | null): Place | null =>
  place === null ? null : { ...place, endLine: place.line, endColumn: place.column + 1 };

const byPlace = (a: ShapeProblem, b: ShapeProblem): number =>
  (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);

/** The schema knows no key that is a number, so a number counts items. */
const pathOf = (pointer: string): YamlPath =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));

function holderAt(path: YamlPath): Holder {
  if (path.length === 0) return 'table';
  if (path.at(-1) === 'references') return 'reference';
  return path[0] === 'indexes' ? 'index' : 'column';
}

function problemOf(error: ShapeError, path: YamlPath, sheet: Sheet): ShapeProblem {
  const value = valueIn(sheet, path);
  const key = extra(error);
  const subject = subjectAt(sheet, path);
  const holder = holderAt(path);
  if (error.keyword === 'additionalProperties' && key !== null) {
    const place = placeIn(sheet, [...path, key], 'key');
    return sentence(subject, unknownKey(key, holder, sheet.allows), place);
  }
  if (error.keyword === 'required' && key !== null) {
    return sentence(subject, missing(key, holder, subject), startOf(placeIn(sheet, path, 'value')));
  }
  if (path.length === 0 && sheet.base.length > 0)
    return sentence(subject, noItem('table', value), pairIn(sheet, path));
  const words =
    path.length === 2 ? noItem(holder, value) : wrongValue(keyAt(path), value, path[0] === 'indexes');
  return sentence(subject, words, pairIn(sheet, path));
}

/** The name of an index's column stands in a list, and is a name all the same. */
const keyAt = (path: YamlPath): string =>
  typeof path.at(-1) === 'number' ? 'name' : String(path.at(-1) ?? '');

const sentence = (subject: string | null, [message, hint]: Words, place: Place | null): ShapeProblem => ({
  subject,
  message,
  hint,
  place,
});
