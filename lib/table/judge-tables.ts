// What keeps several tables from being made: not even a list of them, one name for two, foreign keys in a circle.
import type { YamlDocument } from '@/lib/shared/yaml';
import { circleIn } from './creation-order';
import type { ShapeProblem } from './judge-shape';
import { readReference } from './reference';
import { MAX_TABLES } from './shape-schema';
import { isKeys, type Keys, pairIn, type Sheet, titleOf, valueIn } from './table-document';

const EXAMPLE = 'Begin with `tables:`, and below it a dash and `table: …` for each.';

export function tablesProblems(
  document: YamlDocument,
  sheets: readonly Sheet[],
  isSound: boolean,
): readonly ShapeProblem[] {
  const top = topProblem(document, sheets);
  if (top !== null) return [top];
  const stray = Object.keys(document.value as Keys).filter((key) => key !== 'tables');
  return [
    ...stray.map((key) => ({
      subject: null,
      message: `There is no key \`${key.slice(0, 40)}\` at the top, beside \`tables\`.`,
      hint: 'What belongs to a table stands below its dash.',
      place: document.placeOf([key], 'key'),
    })),
    ...twice(sheets),
    // Where anything else is wrong, the foreign keys may not even be what was meant.
    ...(isSound && stray.length === 0 ? circle(sheets) : []),
  ];
}

function topProblem({ value, placeOf }: YamlDocument, sheets: readonly Sheet[]): ShapeProblem | null {
  const place = placeOf([], 'value');
  const start = place === null ? null : { ...place, endLine: place.line, endColumn: place.column + 1 };
  const told = (message: string): ShapeProblem => ({ subject: null, message, hint: EXAMPLE, place: start });
  if (!(isKeys(value) && Object.hasOwn(value, 'tables'))) {
    return told(
      isKeys(value) && Object.hasOwn(value, 'table')
        ? 'This activity asks for several tables.'
        : 'There are no tables yet.',
    );
  }
  if (!Array.isArray(value['tables'])) return told('`tables` must be a list.');
  if (sheets.length === 0) return told('There are no tables yet.');
  return sheets.length > MAX_TABLES ? told(`There are more than ${MAX_TABLES} tables.`) : null;
}

function twice(sheets: readonly Sheet[]): readonly ShapeProblem[] {
  const titles = sheets.map(titleOf);
  return sheets.flatMap((sheet, index) =>
    titles.indexOf(titles[index] ?? '') === index
      ? []
      : [
          {
            subject: titleOf(sheet),
            message: `There is a table called \`${titleOf(sheet)}\` already.`,
            hint: 'Give this one another name, or delete it.',
            place: pairIn(sheet, ['table']),
          },
        ],
  );
}

/** Every foreign key, as written. */
const foreignKeysOf = (sheet: Sheet): readonly { readonly index: number; readonly table: string }[] => {
  const columns = valueIn(sheet, ['columns']);
  return (Array.isArray(columns) ? columns : []).flatMap((column: unknown, index: number) => {
    const written = isKeys(column as Keys) ? (column as Keys)['references'] : undefined;
    if (isKeys(written)) return [{ index, table: String(written['table']) }];
    const reading = typeof written === 'string' ? readReference(written) : null;
    return reading?.ok === true ? [{ index, table: reading.table }] : [];
  });
};

function circle(sheets: readonly Sheet[]): readonly ShapeProblem[] {
  const found = circleIn(
    sheets.map((sheet) => ({
      table: titleOf(sheet),
      refersTo: foreignKeysOf(sheet).map(({ table }) => table),
    })),
  );
  const [first = '', second = ''] = found;
  const sheet = sheets.find((each) => titleOf(each) === first);
  if (sheet === undefined) return [];
  const key = foreignKeysOf(sheet).find(({ table }) => table === second);
  return [
    {
      subject: first,
      message: `The foreign keys go round in a circle, ${[...found, first].map((name) => `\`${name}\``).join(' → ')}, so none of these tables can be made first.`,
      hint: 'Which of them can stand without the other? Take its foreign key away.',
      place: pairIn(sheet, ['columns', key?.index ?? 0, 'references']),
    },
  ];
}
