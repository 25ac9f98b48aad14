// Rules about the table and its key.
import type { StaticRule } from './column-rules';
import { right, wrong } from './found';

export const tableName: StaticRule = ({ config, cast, table }) =>
  config.anyTable || table.spec.table === cast.asked.table
    ? right(`The table is called \`${table.spec.table}\`.`)
    : wrong({ subject: null, place: table.places.table, found: table.spec.table });

/** Some column is the key. A missing column is another rule's, so it is not also missed as the key. */
export const hasKey: StaticRule = (answer, check) => {
  if (answer.columns.some(({ pk }) => pk)) return right('The table has a key.');
  const column = answer.column(check.column ?? '');
  return column === null ? null : wrong({ subject: column.label, place: column.at('pk') });
};

/** The one key is the column that was asked for. */
export const keyColumn: StaticRule = (answer, check) => {
  const keys = answer.columns.filter(({ pk }) => pk);
  const [key] = keys;
  if (key === undefined || keys.length > 1) return null;
  if (key === answer.column(check.column ?? '')) return right(`\`${key.label}\` is the key.`);
  return wrong({ subject: key.label, place: key.at('pk'), found: key.label });
};

export const singleKey: StaticRule = (answer, check) => {
  const names = answer.columns.map(({ name }) => name);
  const keys = answer.columns.filter((column, index) => column.pk && names.indexOf(column.name) === index);
  if (keys.length < 2) return right('There is no second key.');
  const further = keys.filter((key) => key !== answer.column(check.column ?? ''));
  return wrong(...further.map((column) => ({ subject: column.label, place: column.at('pk') })));
};

export const keyNotNull: StaticRule = (answer) => {
  const empty = answer.columns.filter(({ pk, nullable }) => pk && nullable === true);
  if (empty.length === 0) return right('The key is never empty.');
  return wrong(...empty.map((column) => ({ subject: column.label, place: column.at('nullable') })));
};
