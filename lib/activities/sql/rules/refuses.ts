import { right, wrong } from '../found';
import type { SqlRule } from '../rule';

/** What the answer has made refuses a statement, with this SQLSTATE. */
export const refuses: SqlRule = {
  looks: ({ query }) => (query === null ? [] : [query]),
  judge: (check, { runs }) => {
    for (const ran of runs) {
      if (ran.refused !== null) return null;
      const [outcome] = ran.looked(check);
      if (outcome === undefined) return null;
      const expected = check.code ?? '';
      if (outcome.ok) return wrong({ found: 'it went in', expected, inCase: ran.case.name });
      if (outcome.error.code === check.code) continue;
      return wrong({
        found: outcome.error.message,
        expected,
        inCase: ran.case.name,
        database: outcome.error,
      });
    }
    return right('What must be refused is refused.');
  },
};
