// Rules about single columns: there, filled, empty, born without a value, of the right type.
import { distance } from 'fastest-levenshtein';
import type { ColumnType } from '@/lib/table/column-types';
import { allowsNull } from '@/lib/table/table-spec';
import type { Answer, AnswerColumn } from './answer';
import { type Found, right, wrong } from './found';
import type { SchemaCheck } from './schema-config';

export type StaticRule = (answer: Answer, check: SchemaCheck) => Found | null;

/** A rule about one column of the reference, which runs only when the answer has it. */
const ofColumn =
  (judge: (column: AnswerColumn, check: SchemaCheck, answer: Answer) => Found | null): StaticRule =>
  (answer, check) => {
    const column = answer.column(check.column ?? '');
    return column === null ? null : judge(column, check, answer);
  };

const fails = (column: AnswerColumn, key: string, found?: string): Found =>
  wrong({ subject: column.label, place: column.at(key), ...(found === undefined ? {} : { found }) });

export const present: StaticRule = (answer, check) => {
  const name = check.column ?? '';
  const player = answer.column(name);
  if (player !== null) {
    return right(
      player.name === name
        ? `\`${player.label}\` is there.`
        : `\`${player.label}\` plays the part of \`${name}\`.`,
    );
  }
  const near = misspelt(answer, name);
  const found = near === null ? '' : ` Did you mean \`${name}\` where it says \`${near.name}\`?`;
  return wrong({ subject: answer.labelOf(name), place: answer.table.places.columns, found });
};

/** A further column whose name is nearly that of a missing one. */
const misspelt = (answer: Answer, name: string): AnswerColumn | null =>
  answer.extras.find((extra) => distance(extra.name, name) <= Math.max(1, Math.floor(name.length / 4))) ??
  null;

export const once: StaticRule = (answer) => {
  const repeated = answer.columns.filter((column) => isRepeated(answer, column));
  if (repeated.length === 0) return right('No column is written twice.');
  return wrong(...repeated.map((column) => ({ subject: column.label, place: column.at('name') })));
};

const isRepeated = (answer: Answer, column: AnswerColumn): boolean =>
  answer.columns.find(({ name }) => name === column.name) !== column;

export const required = ofColumn((column) =>
  allowsNull(column) ? fails(column, 'nullable') : right(`\`${column.label}\` is always filled.`),
);

/** A key is never empty, and neither is a column that numbers itself; other rules speak of those. */
export const allowsEmpty = ofColumn((column, check, answer) => {
  if (column.pk || column.type.numbered || playsOtherwise(answer, check)) return null;
  return column.nullable === false ? fails(column, 'nullable') : right(`\`${column.label}\` may be empty.`);
});

/** In another form than the reference's, what goes for that does not go for it. */
const playsOtherwise = (answer: Answer, { column }: SchemaCheck): boolean =>
  (answer.partOf(column ?? '')?.as ?? 'itself') !== 'itself';

/** Where the reference numbers itself and the answer does not, a default is no second number but a missing first. */
export const noDefault = ofColumn((column, check, answer) => {
  const asked = answer.asked(check.column ?? '');
  if (asked?.type.numbered === true && !column.type.numbered) return null;
  if (playsOtherwise(answer, check)) return null;
  if (column.default === null) return right(`\`${column.label}\` has no default.`);
  return fails(column, 'default', defaultText(column));
});

const defaultText = (column: AnswerColumn): string =>
  column.default?.kind === 'call' ? column.default.call : String(column.default?.value);

/** Every row that says nothing of a further column must still go in. */
export const extraInsertable: StaticRule = (answer) => {
  const missing = answer.cast.asked.columns.filter(({ name }) => answer.column(name) === null);
  const misspellings = new Set(missing.map(({ name }) => misspelt(answer, name)));
  const stuck = answer.extras.filter(
    (extra) =>
      extra.nullable === false &&
      !(extra.pk || extra.type.numbered || misspellings.has(extra)) &&
      extra.default === null &&
      !isRepeated(answer, extra),
  );
  if (stuck.length > 0) {
    return wrong(...stuck.map((extra) => ({ subject: extra.label, place: extra.at('nullable') })));
  }
  return right(
    answer.extras.length === 0
      ? 'There are no further columns.'
      : 'No further column stands in the way of an insert.',
  );
};

export const wide = ofColumn((column) =>
  isNarrow(column.type)
    ? fails(column, 'type', column.type.sql)
    : right(`\`${column.label}\` will not run out.`),
);

const isNarrow = (type: ColumnType): boolean => ['integer', 'smallint'].includes(type.base) && !type.array;

export const numbered = ofColumn((column, check, answer) =>
  isUnnumbered(column.type) || isUnmade(answer, check, column)
    ? fails(column, 'type', column.type.sql)
    : right(`\`${column.label}\` gets its number from the database.`),
);

const isUnnumbered = (type: ColumnType): boolean => type.base === 'bigint' && !(type.numbered || type.array);

/** A uuid counts as numbered where the activity takes one for a key and the database makes it up. */
const isUnmade = (answer: Answer, check: SchemaCheck, column: AnswerColumn): boolean =>
  answer.partOf(check.column ?? '')?.as === 'uuid' && column.default?.kind !== 'call';

export const longEnough = ofColumn((column, check) =>
  isShort(column.type, check)
    ? fails(column, 'type', column.type.sql)
    : right(`\`${column.label}\` has room.`),
);

const isShort = (type: ColumnType, check: SchemaCheck): boolean =>
  type.base === 'character varying' && !type.array && (type.sizes[0] ?? check.atLeast) < check.atLeast;

/** With `given`, only those types; without, every type that is neither right nor another check's. */
export const ofType = ofColumn((column, check, answer) => {
  const { type } = column;
  const asked = answer.asked(check.column ?? '');
  if (asked === null) return null;
  if (playsOtherwise(answer, check)) return right(`\`${column.label}\` is \`${type.sql}\`.`);
  if (check.given.length > 0) {
    return isGiven(type, check) ? fails(column, 'type', type.sql) : right(notGiven(column.label, check));
  }
  const others = answer.config.checks.filter(
    (other) => other.column === check.column && other.table === check.table && other !== check,
  );
  if (fits(type, asked.type)) return right(`\`${column.label}\` is \`${type.sql}\`.`);
  return others.some((other) => takes(type, other)) ? null : fails(column, 'type', type.sql);
});

const isGiven = (type: ColumnType, check: SchemaCheck): boolean =>
  !type.array && check.given.includes(type.base);

const notGiven = (name: string, check: SchemaCheck): string =>
  `\`${name}\` is no ${check.given.map((base) => `\`${base}\``).join(' and no ')}.`;

/** A text without a limit may be a text with one; how long it must be is another rule's. */
function fits(type: ColumnType, asked: ColumnType): boolean {
  if (type.array !== asked.array || type.numbered !== asked.numbered) return false;
  return type.base === asked.base || (asked.base === 'text' && type.base === 'character varying');
}

/** Whether another check on the same column has its own sentence for this type. */
function takes(type: ColumnType, check: SchemaCheck): boolean {
  switch (check.rule) {
    case 'type':
      return isGiven(type, check);
    case 'wide':
      return isNarrow(type);
    case 'numbered':
      return isUnnumbered(type);
    case 'long-enough':
      return isShort(type, check);
    default:
      return false;
  }
}
