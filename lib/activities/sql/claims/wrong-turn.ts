// What is wrong with one relay's turn, and the rows that show it.
import { type Found, right, wrong } from '../found';
import type { Context } from '../ran';
import { rowsExplained, shownTable } from '../shown';
import type { TriedRow, Tries, Try } from './tries';
import { claimIn } from './tries';

/** Nobody else has it now: it waits, and no lease on it runs. */
export const isDue = ({ done, left }: TriedRow): boolean => !done && (left === null || left <= 0);

/** No earlier row of its aggregate still waits. */
export const isHead = (row: TriedRow, rows: readonly TriedRow[]): boolean =>
  !rows.slice(0, rows.indexOf(row)).some(({ aggregate, done }) => aggregate === row.aggregate && !done);

export const rowsTaken = ({ before, taken }: Try): readonly TriedRow[] =>
  before.filter(({ id }) => taken.includes(id));

/** The claim wrote nothing into what it took. */
export const isUnmarked = ({ turns }: Tries): boolean =>
  turns.some(({ taken }) => taken.length > 0) &&
  turns.every(({ before, after }) =>
    before.every(({ owner, done, left }, place) => {
      const now = after[place];
      const isSame = now?.owner === owner && now.done === done;
      return isSame && (now.left === null) === (left === null) && near(now.left, left);
    }),
  );

const near = (a: number | null, b: number | null): boolean => Math.abs((a ?? 0) - (b ?? 0)) < 1;

/** Judges every turn by what it must not have done; `fault` says what it did, or null. */
export function judgeTurns(
  context: Context,
  turns: readonly Try[],
  fault: (turn: Try, earlier: Try | null) => string | null,
  works: string,
): Found {
  for (const [place, turn] of turns.entries()) {
    const found = fault(turn, turn.relay === 2 ? (turns[place - 1] ?? null) : null);
    if (found !== null) return wrongTurn(context, turn, found);
  }
  return right(works);
}

function wrongTurn({ statements }: Context, turn: Try, found: string): Found {
  const statement = claimIn(statements);
  const taken = (row: unknown) => turn.taken.includes(String((row as { readonly id?: string }).id));
  return wrong({
    found,
    ...(statement !== null && { statement }),
    explanation: rowsExplained([
      shownTable(`Before relay ${turn.relay}`, turn.before.map(told), () => false),
      shownTable(`After relay ${turn.relay}; what it took is marked`, turn.after.map(told), taken),
    ]),
  });
}

const told = ({ id, aggregate, owner, done, left }: TriedRow) => ({
  id,
  aggregate,
  dispatched: done ? 'yes' : 'no',
  owner,
  lease: leaseInWords(left),
});

function leaseInWords(left: number | null): string {
  if (left === null) return 'none';
  const seconds = Math.round(Math.abs(left));
  return left > 0 ? `${seconds} s left` : `ended ${seconds} s ago`;
}
