// What a claim is judged by. What a turn must not do is in `turn-rules.ts`; what contention does is the model's to say.

import type { Explanation } from '../../verdict';
import { right, wrong } from '../found';
import type { Context } from '../ran';
import type { SqlRule } from '../rule';
import { modelOf } from './claim-model';
import { hasNoIds, isRefused, isUntried, judged } from './judged';
import { claimIn } from './tries';
import { turnRules } from './turn-rules';
import { isUnmarked } from './wrong-turn';

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
  ...turnRules,
  explored,
} as const satisfies Readonly<Record<string, SqlRule>>;
