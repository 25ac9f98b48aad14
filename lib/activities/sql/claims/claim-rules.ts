// What a claim is judged by. Each rule looks at all turns of both relays; what contention does is the model's to say.

import type { Explanation } from '../../verdict';
import { right, wrong } from '../found';
import type { Context } from '../ran';
import type { SqlRule } from '../rule';
import { modelOf } from './claim-model';
import { claimIn, type Tries, type Try } from './tries';
import { isDue, isHead, isUnmarked, judgeTurns, rowsTaken } from './wrong-turn';

/** Exactly one statement is the claim. */
const single: SqlRule = {
  judge: (_, { statements }) => {
    const others = statements.filter(({ node }) => node !== 'TransactionStmt');
    if (others.length === 1) return right('It is one statement, and so one transaction.');
    return wrong({ found: String(others.length), ...(others[1] !== undefined && { statement: others[1] }) });
  },
};

/** The relay learns the ids of what it has taken. */
const returns: SqlRule = {
  judge: (_, context) => {
    const { tries, statements } = context;
    if (tries === null || isRefused(context)) return null;
    const statement = claimIn(statements) ?? undefined;
    const at = statement === undefined ? {} : { statement };
    if (tries.error !== null) return wrong({ ...at, found: tries.error.message, database: tries.error });
    return hasNoIds(tries)
      ? wrong({ ...at, found: 'rows without an id' })
      : right('It gives back what it takes.');
  },
};

/** It leaves a trace in the table. What rests on locks alone one session cannot judge, since none of them is ever held. */
const locksAlone: SqlRule = {
  judge: (_, context) => {
    const { tries, statements } = context;
    if (tries === null || isUntried(context)) return null;
    const statement = claimIn(statements) ?? undefined;
    if (!isUnmarked(tries)) return right('What it takes is written down, for every other relay to see.');
    return wrong({ ...(statement !== undefined && { statement }), ...shownOnStage(context) });
  },
};

/** A rule about turns; nothing is said of a claim that could not be tried, or that wrote nothing. */
const ofTurns = (
  works: string,
  fault: (turn: Try, earlier: Try | null) => string | null,
  of: 'turns' | 'skewed' = 'turns',
): SqlRule => ({
  judge: (_, context) => {
    const tries = judged(context);
    return tries === null ? null : judgeTurns(context, tries[of], fault, works);
  },
});

const judged = (context: Context): Tries | null => {
  const { tries } = context;
  return tries === null || isUntried(context) || isUnmarked(tries) ? null : tries;
};

/** PostgreSQL has refused it before it was tried: `runs` tells. */
const isRefused = ({ runs }: Context): boolean => runs.some(({ refused }) => refused !== null);

const hasNoIds = ({ turns }: Tries): boolean => turns.some(({ taken }) => taken.includes(null));

/** Nothing can be said of what was taken. */
const isUntried = (context: Context): boolean =>
  isRefused(context) || context.tries === null || context.tries.error !== null || hasNoIds(context.tries);

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

const disjoint = ofTurns('Two relays never take the same row.', (turn, earlier) => {
  const twice = turn.taken.find((id) => id !== null && earlier?.taken.includes(id));
  return twice === undefined ? null : `row ${twice}`;
});

const due = ofTurns('It takes only what waits and what nobody holds.', (turn, earlier) => {
  const row = rowsTaken(turn).find((taken) => !(isDue(taken) || earlier?.taken.includes(taken.id)));
  if (row === undefined) return null;
  return row.done ? `row ${row.id}, which was dispatched` : `row ${row.id}, which ${row.owner} still holds`;
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

/** The model's relays, with the claim that this one behaves like, keep every invariant in whatever order things happen. */
const explored: SqlRule = {
  judge: (_, context) => {
    const { model } = context;
    if (model === null || judged(context) === null) return null;
    const { invariant, states } = model.explored;
    const claim = modelOf(context.tries, context.statements);
    if (invariant === null) {
      return right(
        `In the model, two relays with such a claim were followed through ${states.toLocaleString('en-GB')} states: nothing is lost, and the order of each key holds.`,
      );
    }
    return wrong({ found: `${invariant} (as \`${claim}\`)`, ...shownOnStage(context) });
  },
};

/** The order of things in which the model's relays break something, for the stage. */
const shownOnStage = ({ model }: Context): { readonly explanation?: Explanation } =>
  model === null || model.explored.path === null
    ? {}
    : { explanation: { show: 'schedule', scenario: model.scenario, explored: model.explored } };

export const claimRules = {
  single,
  returns,
  'locks-alone': locksAlone,
  leases,
  disjoint,
  due,
  head,
  progress,
  clock,
  explored,
} as const satisfies Readonly<Record<string, SqlRule>>;
