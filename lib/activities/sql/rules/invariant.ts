import type { Row, SplitStatement } from '../../evidence';
import { type Found, right, wrong } from '../found';
import type { Context, Ran } from '../ran';
import type { SqlRule } from '../rule';
import { beforeAndAfter, rowsExplained, shownTable } from '../shown';
import type { SqlCheck } from '../sql-config';

/**
 * A query that finds what must not be: it must give no row, after the answer and after a crash behind each of its
 * statements. A crash loses the connection, and with it whatever was not committed, just as a ROLLBACK would.
 */
export const invariant: SqlRule = {
  looks: ({ query }) => (query === null ? [] : [query]),
  judge: (check, context) => {
    const { runs, crashes } = context;
    const whole = check.when.includes('end') ? runs.find((ran) => foundIn(check, ran).length > 0) : undefined;
    if (whole !== undefined) return broken(check, context, whole);
    const cut = crashes.find((ran) => foundIn(check, ran).length > 0);
    if (cut !== undefined) return broken(check, context, cut);
    return right(rightWords(check, crashes.length));
  },
};

function foundIn(check: SqlCheck, ran: Ran): readonly Row[] {
  const [outcome] = ran.looked(check);
  if (outcome?.ok === false) return [{ error: outcome.error.message }];
  return outcome?.rows ?? [];
}

function broken(check: SqlCheck, { config, statements }: Context, ran: Ran): Found {
  const rows = foundIn(check, ran);
  const last = statements[(ran.crashedAfter ?? statements.length) - 1];
  return wrong({
    found: rows.map((row) => String(Object.values(row)[0])).join('; '),
    when: whenOf(ran, last),
    inCase: ran.case.name,
    ...(last !== undefined && { statement: last }),
    explanation: rowsExplained([
      shownTable(ran.crashedAfter === null ? 'What must not be' : 'What the crash left', rows, () => true),
      ...beforeAndAfter(config.tables, ran),
    ]),
  });
}

const whenOf = ({ crashedAfter }: Ran, last: SplitStatement | undefined): string =>
  crashedAfter === null || last === undefined
    ? 'At the end there is'
    : `A crash right behind line ${last.place.endLine} leaves`;

function rightWords({ when }: SqlCheck, crashes: number): string {
  if (!when.includes('crash')) return 'It holds at the end.';
  if (crashes === 0) return 'It holds at the end, and one statement leaves no place for a crash.';
  const places = crashes === 1 ? 'the one place' : `each of the ${crashes} places`;
  return `It holds at the end, and after a crash at ${places} between your statements.`;
}
