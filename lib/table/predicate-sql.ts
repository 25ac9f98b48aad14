import { quoteIdentifier, quoteLiteral } from './identifier';
import type { Literal, Predicate, Term } from './predicate';

export const literalSql = (value: Literal): string =>
  typeof value === 'string' ? quoteLiteral(value) : String(value);

/** A predicate in SQL, made anew from what was understood of it. */
export function predicateSql(predicate: Predicate): string {
  switch (predicate.kind) {
    case 'compare':
      return `${termSql(predicate.term)} ${predicate.is} ${literalSql(predicate.value)}`;
    case 'in':
      return `${termSql(predicate.term)} ${notSql(predicate)}IN (${predicate.values.map(literalSql).join(', ')})`;
    case 'between':
      return `${termSql(predicate.term)} ${notSql(predicate)}BETWEEN ${literalSql(predicate.from)} AND ${literalSql(predicate.to)}`;
    case 'null':
      return `${termSql(predicate.term)} IS ${notSql(predicate)}NULL`;
    case 'not':
      return `NOT (${predicateSql(predicate.of)})`;
    default:
      return predicate.of.map((part) => partSql(part)).join(` ${predicate.kind.toUpperCase()} `);
  }
}

const notSql = ({ not }: { readonly not: boolean }): string => (not ? 'NOT ' : '');

const partSql = (part: Predicate): string =>
  part.kind === 'and' || part.kind === 'or' ? `(${predicateSql(part)})` : predicateSql(part);

const termSql = ({ column, length }: Term): string =>
  length ? `length(${quoteIdentifier(column)})` : quoteIdentifier(column);
