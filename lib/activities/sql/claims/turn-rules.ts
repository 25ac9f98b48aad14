// What a claim must not do in its turns. Each rule looks at all turns of both relays.
import type { SqlRule } from '../rule';
import { judged } from './judged';
import type { Try } from './tries';
import { isDue, isHead, judgeTurns, rowsTaken } from './wrong-turn';

/** A rule about turns; nothing is said of a claim that could not be tried, or that wrote nothing. */
const ofTurns = (
  works: string,
  fault: (turn: Try, earlier: Try | null) => string | null,
  of: 'turns' | 'skewed' | 'ofOne' = 'turns',
): SqlRule => ({
  judge: (_, context) => {
    const tries = judged(context);
    return tries === null ? null : judgeTurns(context, tries[of], fault, works);
  },
});

const LONGEST_LEASE_S = 3600;

const leases = ofTurns('Each row it takes has its owner, and a lease that ends.', (turn) => {
  const gone = turn.before.find(({ id }) => !turn.after.some((row) => row.id === id));
  if (gone !== undefined) return `row ${gone.id} is gone`;
  const sent = turn.after.find(
    ({ id, done }) => done && turn.before.some((row) => row.id === id && !row.done),
  );
  if (sent !== undefined) return `row ${sent.id} is marked as sent, and nobody has published it yet`;
  const rows = turn.after.filter(({ id }) => turn.taken.includes(id));
  const owner = rows.find((row) => row.owner !== `relay ${turn.relay}`);
  if (owner !== undefined) return `row ${owner.id} has the owner ${owner.owner ?? 'NULL'}`;
  const lease = rows.find(({ left }) => left === null || left <= 0 || left > LONGEST_LEASE_S);
  if (lease === undefined) return null;
  if (lease.left === null) return `row ${lease.id} has no lease`;
  return lease.left <= 0
    ? `the lease on row ${lease.id} has already ended`
    : `the lease on row ${lease.id} lasts more than an hour`;
});

const untouched = ofTurns('It writes nothing but the lease.', (turn) => {
  const row = turn.after.find(({ changed }) => changed !== null);
  return row === undefined ? null : `\`${row.changed}\` of row ${row.id}`;
});

const disjoint = ofTurns('Two relays never take the same row.', (turn, earlier) => {
  const twice = turn.taken.find((id) => id !== null && earlier?.taken.includes(id));
  return twice === undefined ? null : `row ${twice}`;
});

const due = ofTurns('It takes only what waits and what nobody holds.', (turn, earlier) => {
  const row = rowsTaken(turn).find((taken) => !(isDue(taken) || earlier?.taken.includes(taken.id)));
  if (row === undefined) return null;
  if (row.done) return `row ${row.id}, which was dispatched`;
  return row.owner === `relay ${turn.relay}`
    ? `row ${row.id} again, which it still holds itself and may be publishing`
    : `row ${row.id}, which ${row.owner} still holds`;
});

const head = ofTurns('It takes the first waiting row of each key.', (turn) => {
  const row = rowsTaken(turn).find((taken) => !isHead(taken, turn.before));
  return row === undefined ? null : `row ${row.id}`;
});

const progress = ofTurns('What is due is taken, also from a relay that went away.', (turn) => {
  const missed = turn.before.find(
    (row) => isDue(row) && isHead(row, turn.before) && !turn.taken.includes(row.id),
  );
  if (missed === undefined) return null;
  return missed.left === null ? `row ${missed.id}, which is free` : `row ${missed.id}, whose lease has ended`;
});

const batch = ofTurns(
  'Asked for one row, it takes one.',
  (turn) => {
    if (turn.taken.length > 1) return String(turn.taken.length);
    const free = turn.before.find((row) => isDue(row) && isHead(row, turn.before));
    return turn.taken.length === 1 || free === undefined ? null : `none, though row ${free.id} is due`;
  },
  'ofOne',
);

const clock = ofTurns(
  'Leases are held against the clock of the database.',
  (turn) => {
    const early = rowsTaken(turn).find((row) => !(row.done || isDue(row)));
    if (early !== undefined) return `row ${early.id} is taken though its lease runs`;
    const rows = turn.after.filter(({ id, left }) => turn.taken.includes(id) && left !== null);
    const long = rows.find(({ left }) => turn.relay === 2 && (left ?? 0) > 600);
    return long === undefined ? null : `row ${long.id} is leased by a clock that is ten minutes ahead`;
  },
  'skewed',
);

export const turnRules = { leases, untouched, disjoint, due, head, progress, batch, clock } as const;
