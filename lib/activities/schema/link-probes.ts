// Rules that ask PostgreSQL what its constraints refuse and what they let through.
import type { Literal } from '@/lib/table/predicate';
import { literalSql } from '@/lib/table/predicate-sql';
import type { Outcome } from '../evidence';
import { playerOf } from './casting';
import { right, wrong } from './found';
import { insert, insertDifferent, parents, sample, WITHOUT_PARENTS } from './inserts';
import {
  columnOf,
  errorOf,
  fails,
  failsWith,
  indexesIn,
  nameOf,
  type Probe,
  type ProbeContext,
  rowsOf,
  undone,
} from './probe';

const FOREIGN_KEY_VIOLATION = '23503';
const UNIQUE_VIOLATION = '23505';

const playerIn = ({ cast, check }: ProbeContext) => playerOf(cast, check.column ?? '');

/** A row that refers to nothing there is stays out. */
export const refusesOrphans: Probe = {
  wants: (context) => {
    const player = playerIn(context);
    const orphan = player === null ? {} : { [player.name]: sample(player, 9) ?? 'NULL' };
    return undone(...parents(context, {}, player?.name ?? null), insert(context, orphan));
  },
  judge: (outcomes, context) => {
    const outcome = outcomes.at(-2);
    if (outcome?.ok === true) return fails(context, 'a row that refers to nothing', { key: 'references' });
    return outcome?.error.code === FOREIGN_KEY_VIOLATION
      ? right('A row that refers to nothing is refused.')
      : failsWith(context, outcomes, 'nothing');
  },
};

/** One transaction for each value, so that a refused one does not end the others. */
const rowsWith = (context: ProbeContext): readonly string[] => {
  const player = playerIn(context);
  return context.check.values.flatMap((value) => {
    const set = player === null ? {} : { [player.name]: literalSql(value) };
    return ['BEGIN', ...parents(context, set), insert(context, set), 'ROLLBACK'];
  });
};

/** The values, each with what came of its row. */
function triedIn(
  outcomes: readonly Outcome[],
  { check }: ProbeContext,
): readonly { readonly value: Literal; readonly tried: readonly Outcome[] }[] {
  const each = outcomes.length / Math.max(check.values.length, 1);
  return check.values.map((value, index) => ({
    value,
    tried: outcomes.slice(index * each, (index + 1) * each),
  }));
}

/** Values that mean nothing stay out, by a check or by the type itself. */
export const checkRefuses: Probe = {
  wants: rowsWith,
  judge: (outcomes, context) => {
    const through = triedIn(outcomes, context).filter(({ tried }) => errorOf(tried) === null);
    if (outcomes.length === 0 || through.length > 0) {
      return fails(context, through.map(({ value }) => literalSql(value)).join(', '), { key: 'check' });
    }
    return right('Values that mean nothing are refused.');
  },
};

/** Values that mean something go in. */
export const checkTakes: Probe = {
  wants: rowsWith,
  judge: (outcomes, context) => {
    const refused = triedIn(outcomes, context).flatMap(({ value, tried }) => {
      const error = errorOf(tried);
      return error === null ? [] : [{ value, error }];
    });
    const [first] = refused;
    if (first === undefined && outcomes.length > 0) return right('Every value that may come goes in.');
    const found = refused.map(({ value }) => literalSql(value)).join(', ');
    return fails(context, found, { key: 'check', ...(first === undefined ? {} : { database: first.error }) });
  },
};

/** Rows may share each of the values, but not all of them. */
export const uniqueTogether: Probe = {
  wants: (context) => {
    const players = playersIn(context);
    const set = (other: string | null) =>
      Object.fromEntries(
        players.map((each) => [each.name, sample(each, each.name === other ? 2 : 1) ?? 'NULL']),
      );
    const rows = [null, ...players.map(({ name }) => name), null].map((other, index) =>
      insert(context, set(other), index + 3),
    );
    return undone(WITHOUT_PARENTS, ...rows);
  },
  judge: (outcomes, context) => {
    const again = outcomes.at(-2);
    const others = errorOf(outcomes.slice(0, -2));
    const subject = context.own.length > 1 ? context.cast.table.table : null;
    if (others !== null) return wrong({ subject, place: null, found: others.message, database: others });
    return again?.ok === false && again.error.code === UNIQUE_VIOLATION
      ? right(
          `A second row with the same ${playersIn(context)
            .map(({ name }) => `\`${name}\``)
            .join(' and ')} is refused.`,
        )
      : wrong({ subject, place: null, found: 'two rows with the same values' });
  },
};

const playersIn = ({ cast, check }: ProbeContext) =>
  check.columns.flatMap((column) => {
    const player = playerOf(cast, column);
    return player === null ? [] : [player];
  });

const ROWS = 2000;

/** Who looks rows up by this column reads a few, not all. */
export const indexUsed: Probe = {
  wants: (context) => {
    const player = playerIn(context);
    const value = player === null ? null : sample(player, 9);
    return undone(
      WITHOUT_PARENTS,
      insertDifferent(context, context.check.column ?? '', ROWS),
      `ANALYZE ${nameOf(context)}`,
      `EXPLAIN (FORMAT JSON) SELECT * FROM ${nameOf(context)} WHERE ${columnOf(context)} = ${value ?? 'NULL'}`,
    );
  },
  judge: (outcomes, context) => {
    const used = indexesIn(rowsOf(outcomes.at(-2))[0]?.['QUERY PLAN'] ?? null);
    return errorOf(outcomes) === null && used.some(({ condition }) => condition.includes(columnOf(context)))
      ? right('Rows are found through an index.')
      : failsWith(context, outcomes, 'reading every row');
  },
};
