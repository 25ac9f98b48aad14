// Rules about the table and its key.
import type { StaticRule } from './column-rules';
import { right, wrong } from './found';

export const tableName: StaticRule = ({ config, table }) =>
  table.spec.table === config.reference.table
    ? right(`The table is called \`${table.spec.table}\`.`)
    : wrong({ subject: null, place: table.places.table, found: table.spec.table });

/** Some column is the key. A missing column is another rule's, so it is not also missed as the key. */
export const hasKey: StaticRule = (answer, check) => {
  if (answer.columns.some(({ pk }) => pk)) return right('The table has a key.');
  const column = answer.column(check.column ?? '');
  return column === null ? null : wrong({ subject: column.name, place: column.at('pk') });
};

/** The one key is the column that was asked for. */
export const keyColumn: StaticRule = (answer, check) => {
  const keys = answer.columns.filter(({ pk }) => pk);
  const [key] = keys;
  if (key === undefined || keys.length > 1) return null;
  if (key.name === check.column) return right(`\`${key.name}\` is the key.`);
  return wrong({ subject: key.name, place: key.at('pk'), found: key.name });
};

export const singleKey: StaticRule = (answer, check) => {
  const keys = answer.columns.filter((column) => column.pk && answer.column(column.name) === column);
  if (keys.length < 2) return right('There is no second key.');
  const further = keys.filter(({ name }) => name !== check.column);
  return wrong(...further.map((column) => ({ subject: column.name, place: column.at('pk') })));
};

export const keyNotNull: StaticRule = (answer) => {
  const empty = answer.columns.filter(({ pk, nullable }) => pk && nullable === true);
  if (empty.length === 0) return right('The key is never empty.');
  return wrong(...empty.map((column) => ({ subject: column.name, place: column.at('nullable') })));
};
