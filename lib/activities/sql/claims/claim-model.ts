// The claim of the model that an answer behaves like, and every order of things with it.
import type { Relays, Scenario } from '@/lib/sim/scenario/scenario';
import type { SplitStatement } from '../../evidence';
import type { SqlConfig } from '../sql-config';
import { claimIn, type Tries } from './tries';
import { isHead, isUnmarked, rowsTaken } from './wrong-turn';

export type Claim = Relays['claim'];

/** By what was seen; of locks, which leave nothing to be seen, by what is written. */
export function modelOf(tries: Tries | null, statements: readonly SplitStatement[]): Claim {
  if (tries === null || isUnmarked(tries)) {
    return /\bskip\s+locked\b/i.test(claimIn(statements)?.sql ?? '') ? 'skip-locked' : 'none';
  }
  const headOnly = tries.turns.every((turn) => rowsTaken(turn).every((row) => isHead(row, turn.before)));
  return headOnly ? 'head-of-key' : 'lease';
}

/** The activity's scenario with this claim; null where answers are no claims. */
export const scenarioOf = ({ claims }: SqlConfig, claim: Claim): Scenario | null =>
  claims === null ? null : { ...claims.scenario, relays: { ...claims.scenario.relays, claim } };
