// What relays must be told: what their rows, their cursor and the way of publishing leave them to do.
import type { Scenario } from './scenario';
import type { Finding } from './scenario-check';

/** Rows cannot be claimed by who knows of none. */
export function checkClaim({ publication, relays }: Scenario): readonly Finding[] {
  const isPolled = publication === 'outbox' || publication === 'notify';
  if (!isPolled || relays.cursor === 'dispatched-null' || relays.claim === 'none') return [];
  return [
    {
      code: 'S111',
      path: ['relays', 'claim'],
      message: `With \`cursor: ${relays.cursor}\` relays remember one ${REMEMBERED[relays.cursor]} and nothing of any row, so there are no rows that \`${relays.claim}\` could claim.`,
      hint: 'Write `cursor: dispatched-null`, or leave `claim` out.',
    },
  ];
}

/** All that a cursor knows: who skips what another has locked, and saves a place beyond it, would lose it. */
const REMEMBERED = { 'last-id': 'id', 'xmin-fence': 'transaction' } as const;

/** There is one connector. */
export function checkConnector({ publication, relays }: Scenario): readonly Finding[] {
  if (publication !== 'cdc' || relays.count === 1) return [];
  return [
    {
      code: 'S112',
      path: ['relays', 'count'],
      message: `With \`publication: cdc\` one connector reads the log from its one slot, so there cannot be ${relays.count}.`,
      hint: 'Leave `count` out, or write `publication: outbox`.',
    },
  ];
}

/** Nothing is purged that nobody marks. */
export function checkPurge({ publication, relays, broker }: Scenario): readonly Finding[] {
  if (relays.purgeMs === 0) return [];
  const unmarked = whyUnmarked(publication, relays.cursor, broker.kind);
  if (unmarked === null) return [];
  const { why, instead } = unmarked;
  const hint =
    instead === undefined ? 'Leave `purgeMs` out.' : `Write \`${instead}\`, or leave \`purgeMs\` out.`;
  const message = `${why}, so there is never one to delete.`;
  return [{ code: 'S116', path: ['relays', 'purgeMs'], message, hint }];
}

/** Why no row is ever marked as dispatched; null where rows are. */
function whyUnmarked(
  publication: Scenario['publication'],
  cursor: Scenario['relays']['cursor'],
  kind: Scenario['broker']['kind'],
): { readonly why: string; readonly instead?: string } | null {
  if (publication === 'dual-write') return { why: 'With `publication: dual-write` there are no rows' };
  if (publication === 'cdc')
    return { why: 'With `publication: cdc` the connector remembers its place and marks no row' };
  // Where the table is the queue, its consumers mark.
  if (cursor === 'dispatched-null' || kind === 'outbox') return null;
  const why = `With \`cursor: ${cursor}\` relays remember one ${REMEMBERED[cursor]} and mark no row`;
  return { why, instead: 'cursor: dispatched-null' };
}
