// What a schema cannot tell of a table: whether its types are any, and what the small languages in its values say.
import type { Json } from '@/lib/shared/json';
import type { YamlPath } from '@/lib/shared/yaml';
import { type ColumnType, readType } from './column-types';
import type { ShapeProblem } from './judge-shape';
import { columnsOf, type Predicate, readPredicate } from './predicate';
import { readReference } from './reference';
import { MAX_COLUMNS } from './shape-schema';
import type { Words } from './shape-words';
import { isKeys, type Keys, pairIn, type Sheet, subjectAt, valueIn } from './table-document';
import { BLANK_COLUMN, BLANK_TYPE, isBlank, unreadableDefault } from './value-words';

const listIn = (sheet: Sheet, key: string): readonly Json[] => {
  const list = valueIn(sheet, [key]);
  return Array.isArray(list) ? (list as readonly Json[]).slice(0, MAX_COLUMNS) : [];
};

export function partProblems(sheet: Sheet): readonly ShapeProblem[] {
  const told = (path: YamlPath, words: Words | null): readonly ShapeProblem[] =>
    words === null
      ? []
      : [{ subject: subjectAt(sheet, path), message: words[0], hint: words[1], place: pairIn(sheet, path) }];
  const columns = listIn(sheet, 'columns').flatMap((column, index) => {
    if (!isKeys(column)) return [];
    const at = (key: string, words: Words | null) => told(['columns', index, key], words);
    return [
      ...at('type', typeWords(column)),
      ...at('default', unreadableDefault(column['default'])),
      ...(sheet.allows.includes('check') ? at('check', checkWords(column)) : []),
      ...(sheet.allows.includes('references') ? at('references', referenceWords(column['references'])) : []),
      ...(sheet.allows.includes('identity') ? at('identity', identityWords(column)) : []),
    ];
  });
  if (!sheet.allows.includes('indexes')) return columns;
  const names = listIn(sheet, 'columns').flatMap((column) =>
    isKeys(column) ? [String(column['name'])] : [],
  );
  const indexes = listIn(sheet, 'indexes').flatMap((index, number) =>
    isKeys(index)
      ? [
          ...columnsOfIndex(index, names).flatMap(([item, words]) =>
            told(['indexes', number, 'columns', item], words),
          ),
          ...told(['indexes', number, 'where'], whereWords(index['where'], names)),
        ]
      : [],
  );
  return [...columns, ...indexes];
}

function typeWords(column: Keys): Words | null {
  const type = column['type'];
  if (typeof type !== 'string' || type.trim() === '') return null;
  if (isBlank(type)) return isBlank(column['nullable']) ? BLANK_COLUMN : BLANK_TYPE;
  const reading = readType(type);
  // A comma has cut `numeric(10,2)` in two; the other half is told as a key.
  const cut = /\(\s*\d+$/.test(type);
  return reading.ok || cut ? null : [reading.message, reading.hint];
}

function checkWords(column: Keys): Words | null {
  const check = column['check'];
  if (typeof check !== 'string') return null;
  const reading = readPredicate(check);
  if (!reading.ok) return [reading.message, reading.hint];
  const other = columnsOf(reading.predicate).find((name) => name !== column['name']);
  return other === undefined
    ? null
    : [
        `The check of \`${String(column['name'])}\` speaks of \`${other}\`; here a check speaks of its own column alone.`,
        "A text stands in single quotes, as in `status = 'placed'`.",
      ];
}

function referenceWords(value: Json | undefined): Words | null {
  if (typeof value !== 'string') return null;
  const reading = readReference(value);
  return reading.ok ? null : [reading.message, 'Write the table, and its column in brackets: `orders(id)`.'];
}

/** Which types PostgreSQL numbers. */
export const canCount = (type: ColumnType): boolean =>
  ['bigint', 'integer', 'smallint'].includes(type.base) && !(type.numbered || type.array);

function identityWords(column: Keys): Words | null {
  const reading = readType(String(column['type'] ?? ''));
  if (column['identity'] === undefined || !reading.ok || canCount(reading.type)) return null;
  return reading.type.numbered
    ? [
        `\`${reading.type.sql}\` numbers itself already, and an identity would be a second number.`,
        'Write `type: bigint` beside it.',
      ]
    : [
        `An identity counts, and a \`${reading.type.sql}\` holds no numbers to count.`,
        'Write `type: bigint` beside it.',
      ];
}

const noColumn = (name: string): Words => [
  `The index speaks of \`${name}\`, and the table has no such column.`,
  null,
];

function columnsOfIndex(index: Keys, names: readonly string[]): readonly (readonly [number, Words])[] {
  const columns = index['columns'];
  if (!Array.isArray(columns)) return [];
  return (columns as readonly Json[]).flatMap((name, item) =>
    typeof name !== 'string' || names.includes(name) ? [] : [[item, noColumn(name)] as const],
  );
}

function whereWords(where: Json | undefined, names: readonly string[]): Words | null {
  if (typeof where !== 'string') return null;
  const reading = readPredicate(where);
  if (!reading.ok) return [reading.message, reading.hint];
  if (!isPlain(reading.predicate)) {
    return [
      'The `where` of an index says one thing of one column here.',
      "As in `sent_at is null`, `sent_at is not null` or `status = 'pending'`.",
    ];
  }
  const other = columnsOf(reading.predicate).find((name) => !names.includes(name));
  return other === undefined ? null : noColumn(other);
}

const isPlain = (predicate: Predicate): boolean =>
  (predicate.kind === 'null' || (predicate.kind === 'compare' && predicate.is === '=')) &&
  !predicate.term.length;
