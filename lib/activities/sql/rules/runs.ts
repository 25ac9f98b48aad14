import { placeOfError, right, wrong } from '../found';
import type { SqlRule } from '../rule';
import { beforeAndAfter, rowsExplained } from '../shown';

const RAN = 'PostgreSQL ran every statement.';

/** PostgreSQL takes every statement. */
export const runs: SqlRule = {
  judge: (_, { config, runs: all }) => {
    const ran = all.find(({ refused }) => refused !== null);
    if (ran?.refused == null) {
      const tables = all.slice(0, 1).flatMap((first) => beforeAndAfter(config.tables, first));
      return right(RAN, tables.length === 0 ? undefined : rowsExplained(tables));
    }
    const { statement, error } = ran.refused;
    return wrong({
      found: error.message,
      statement,
      place: placeOfError(statement, error),
      database: error,
      inCase: ran.case.name,
    });
  },
};
