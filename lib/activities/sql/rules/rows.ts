import type { Json } from '@/lib/shared/json';
import type { Row } from '../../evidence';
import { right, wrong } from '../found';
import type { SqlRule } from '../rule';
import { beforeAndAfter, rowsExplained, rowsInWords, shownTable } from '../shown';

/** After the answer a query gives these rows, in each case. */
export const rows: SqlRule = {
  looks: ({ query }) => (query === null ? [] : [query]),
  judge: (check, { config, runs }) => {
    for (const ran of runs) {
      if (ran.refused !== null) return null;
      const [outcome] = ran.looked(check);
      const given = outcome?.ok ? outcome.rows : [];
      if (isSame(given, check.equals, check.ordered)) continue;
      return wrong({
        found: outcome?.ok === false ? outcome.error.message : rowsInWords(given),
        expected: rowsInWords(check.equals),
        inCase: ran.case.name,
        explanation: rowsExplained([
          shownTable('What a query gives', given, () => true),
          shownTable('What it should give', check.equals, () => false),
          ...beforeAndAfter(config.tables, ran),
        ]),
      });
    }
    return right('The rows are there.');
  },
};

function isSame(given: readonly Row[], wanted: readonly Row[], ordered: boolean): boolean {
  const texts = (all: readonly Row[]): readonly string[] => all.map(canonical);
  const [a, b] = [texts(given), texts(wanted)];
  const [one, other] = ordered ? [a, b] : [[...a].sort(), [...b].sort()];
  return one.length === other.length && one.every((text, place) => text === other[place]);
}

/** The same text for the same value, whatever the order of its keys. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
