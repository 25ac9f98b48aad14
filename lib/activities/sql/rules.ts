// The rules that a check may name, in no order: results come in the order of the activity's checks.
import { claimRules } from './claims/claim-rules';
import type { SqlRule } from './rule';
import { affects } from './rules/affects';
import { committed } from './rules/committed';
import { forbids } from './rules/forbids';
import { invariant } from './rules/invariant';
import { plan } from './rules/plan';
import { refuses } from './rules/refuses';
import { rows } from './rules/rows';
import { runs } from './rules/runs';

const all = {
  runs,
  committed,
  rows,
  invariant,
  affects,
  plan,
  refuses,
  forbids,
  ...claimRules,
} as const satisfies Readonly<Record<string, SqlRule>>;

export type RuleName = keyof typeof all;

export const rules: Readonly<Record<RuleName, SqlRule>> = all;

export const ruleNames = Object.keys(rules) as readonly RuleName[];

/** Rules about a relay's claim, which need `claims`. */
export const isClaimRule = (rule: RuleName): boolean => Object.hasOwn(claimRules, rule);
