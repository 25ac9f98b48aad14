// How a row says that it is still to be sent: by an empty time, by a word, or by a `false`.
import type { Literal, Predicate } from '@/lib/table/predicate';
import { literalSql } from '@/lib/table/predicate-sql';
import type { ColumnSpec } from '@/lib/table/table-spec';
import { type Cast, playerOf } from './casting';

/** Words for what is still to be done; whatever else a status is born with means that it is done. */
const WAITING: ReadonlySet<string> = new Set([
  ...['pending', 'new', 'created', 'queued', 'waiting', 'unsent', 'open', 'ready', 'todo', 'scheduled'],
]);

const DONE = ['sent', 'published', 'dispatched', 'processed', 'done'];

const literalOf = ({ default: value }: ColumnSpec): Literal | null =>
  value?.kind === 'literal' ? value.value : null;

/** What a new row is born with, where that means that it waits; null where it does not. */
export function waitingValue(column: ColumnSpec, as: 'status' | 'flag'): Literal | null {
  const value = literalOf(column);
  if (as === 'flag') return value === false ? false : null;
  return typeof value === 'string' && WAITING.has(value.toLowerCase()) ? value : null;
}

/** The rows that wait. */
export function pendingIn(cast: Cast, column: string): Predicate {
  const player = playerOf(cast, column);
  const term = { column: player?.name ?? column, length: false };
  const as = cast.parts[column]?.as;
  if (player === null || (as !== 'status' && as !== 'flag')) return { kind: 'null', term, not: false };
  const otherwise = as === 'flag' ? false : 'pending';
  return { kind: 'compare', term, is: '=', value: literalOf(player) ?? otherwise };
}

/** What the relay writes when a row was sent, as SQL. */
export function sentValue(cast: Cast, column: string): string {
  const player = playerOf(cast, column);
  switch (cast.parts[column]?.as) {
    case 'flag':
      return 'true';
    case 'status':
      return literalSql(doneWord(player?.check ?? null, literalOf(player as ColumnSpec)));
    default:
      return 'now()';
  }
}

/** Where a check lists the words, one of them. */
function doneWord(check: Predicate | null, waiting: Literal | null): Literal {
  const words = check?.kind === 'in' && !check.not ? check.values : DONE;
  return DONE.find((word) => words.includes(word)) ?? words.find((word) => word !== waiting) ?? 'sent';
}
