// Rules about what ties rows together or keeps them apart: foreign keys, uniqueness, how a row is born.
import type { TableSpec } from '@/lib/table/table-spec';
import type { Answer, AnswerColumn } from './answer';
import type { StaticRule } from './column-rules';
import { type Failure, type Found, right, wrong } from './found';
import { waitingValue } from './pending';
import { referenceText } from './reference-text';
import { isAloneUnique, isOnlyKey } from './uniqueness';

/** The foreign key leads where the reference's does, by whatever names the learner chose. */
export const foreignKey: StaticRule = (answer, check) => {
  const name = check.column ?? '';
  const column = answer.column(name);
  if (column === null) return null;
  const target = targetOf(answer, name);
  const { references } = column;
  const leads = references?.table === target?.table && references?.column === target?.column;
  if (leads) return right(`\`${column.label}\` refers to \`${referenceText(references)}\`.`);
  return wrong({
    subject: column.label,
    place: column.at('references'),
    found: referenceText(references),
    expected: referenceText(target),
  });
};

/** What the reference refers to, by the learner's names. */
function targetOf(answer: Answer, name: string): { readonly table: string; readonly column: string } | null {
  const model = answer.asked(name)?.references ?? null;
  if (model === null) return null;
  const cast = answer.casts.find(({ asked }) => asked.table === model.table);
  if (cast === undefined) return model;
  return { table: cast.table.table, column: cast.parts[model.column]?.column ?? model.column };
}

/** Every foreign key leads to a column that is there and tells one row from every other. */
export const targetsExist: StaticRule = (answer) => {
  const failures = answer.columns.flatMap((column): readonly Failure[] => {
    const found = column.references === null ? null : whyNoTarget(column.references, answer.tables);
    return found === null ? [] : [{ subject: column.label, place: column.at('references'), found }];
  });
  return failures.length === 0 ? right('Every foreign key leads to a key.') : wrong(...failures);
};

function whyNoTarget(
  { table, column }: { readonly table: string; readonly column: string },
  tables: readonly TableSpec[],
): string | null {
  const target = tables.find((each) => each.table === table);
  if (target === undefined) return `there is no table \`${table}\``;
  if (!target.columns.some(({ name }) => name === column)) return `\`${table}\` has no column \`${column}\``;
  return isAloneUnique(target, column) ? null : `\`${table}.${column}\` is neither a key nor unique`;
}

/** Nothing forbids a second row with the same value. */
export const notUnique: StaticRule = (answer, check) => {
  const column = answer.column(check.column ?? '');
  if (column === null) return null;
  const { spec, places } = answer.table;
  const index = spec.indexes.findIndex(({ unique, columns }) => unique && columns.join() === column.name);
  if (index >= 0)
    return wrong({ subject: column.label, place: places.index(index), found: 'a unique index' });
  if (column.unique) return failsAt(column, 'unique', '`unique: true`');
  if (column.pk && isOnlyKey(spec.columns)) return failsAt(column, 'pk', '`pk: true`');
  return right(`\`${column.label}\` may hold the same value in several rows.`);
};

const failsAt = (column: AnswerColumn, key: string, found: string): Found =>
  wrong({ subject: column.label, place: column.at(key), found });

/** No row goes away because another does; with a column, only this one is looked at. */
export const noCascade: StaticRule = (answer, check) => {
  const looked = check.column === null ? answer.columns : [answer.column(check.column)];
  const cascading = looked.flatMap((column) => (column?.references?.onDelete === 'cascade' ? [column] : []));
  if (cascading.length === 0) return right('No row goes away because another does.');
  return wrong(
    ...cascading.map((column) => ({
      subject: column.label,
      place: column.at('references'),
      found: referenceText(column.references),
    })),
  );
};

/** A word or a `false` is there from the first moment, and means that the row waits. An empty time needs nothing. */
export const bornPending: StaticRule = (answer, check) => {
  const column = answer.column(check.column ?? '');
  if (column === null) return null;
  const as = answer.partOf(check.column ?? '')?.as;
  const born = `A new row waits, by \`${column.label}\`.`;
  if (as !== 'status' && as !== 'flag') return right(born);
  if (column.default === null) return failsAt(column, 'name', 'no default');
  if (waitingValue(column, as) === null)
    return failsAt(column, 'default', `the default \`${shown(column)}\``);
  return column.nullable === false ? right(born) : failsAt(column, 'nullable', 'NULL beside its values');
};

const shown = ({ default: value }: AnswerColumn): string =>
  value?.kind === 'call' ? value.call : String(value?.value);
