import {
  allowsEmpty,
  extraInsertable,
  longEnough,
  noDefault,
  numbered,
  ofType,
  once,
  present,
  required,
  type StaticRule,
  wide,
} from './column-rules';
import { hasKey, keyColumn, keyNotNull, singleKey, tableName } from './key-rules';
import { checkRefuses, checkTakes, indexUsed, refusesOrphans, uniqueTogether } from './link-probes';
import { bornPending, foreignKey, noCascade, notUnique, targetsExist } from './link-rules';
import type { Probe } from './probe';
import {
  accepts,
  asDescribed,
  creates,
  oldestFirst,
  pendingByDefault,
  pendingIndex,
  repeatable,
  rollsBack,
  uniqueId,
} from './probes';

/** The rules that a check may name and that need no database. */
export const staticRules = {
  'table-name': tableName,
  once,
  present,
  'has-key': hasKey,
  'key-column': keyColumn,
  'single-key': singleKey,
  'key-not-null': keyNotNull,
  numbered,
  wide,
  type: ofType,
  'long-enough': longEnough,
  required,
  'allows-null': allowsEmpty,
  'no-default': noDefault,
  'extra-insertable': extraInsertable,
  'born-pending': bornPending,
  'not-unique': notUnique,
  'foreign-key': foreignKey,
  'targets-exist': targetsExist,
  'no-cascade': noCascade,
} as const satisfies Readonly<Record<string, StaticRule>>;

/** The rules that ask the database, in the order in which they run. */
export const probes = {
  creates,
  insertable: accepts,
  'as-described': asDescribed,
  'pending-by-default': pendingByDefault,
  'rollback-leaves-none': rollsBack,
  'unique-id': uniqueId,
  'repeatable-aggregate': repeatable,
  'oldest-first': oldestFirst,
  'pending-index': pendingIndex,
  'refuses-orphans': refusesOrphans,
  'check-refuses': checkRefuses,
  'check-takes': checkTakes,
  'unique-together': uniqueTogether,
  'index-used': indexUsed,
} as const satisfies Readonly<Record<string, Probe>>;

export type StaticRuleName = keyof typeof staticRules;
export type ProbeName = keyof typeof probes;
export type RuleName = StaticRuleName | ProbeName;

export const ruleNames: readonly RuleName[] = [
  ...(Object.keys(staticRules) as StaticRuleName[]),
  ...(Object.keys(probes) as ProbeName[]),
];

export const isStatic = (rule: RuleName): rule is StaticRuleName => Object.hasOwn(staticRules, rule);

/** Rules that are about one column of the reference and so need its name. */
export const needsColumn: ReadonlySet<RuleName> = new Set<RuleName>([
  'present',
  'has-key',
  'key-column',
  'single-key',
  'numbered',
  'wide',
  'type',
  'long-enough',
  'required',
  'allows-null',
  'no-default',
  'pending-by-default',
  'repeatable-aggregate',
  'unique-id',
  'oldest-first',
  'pending-index',
  'born-pending',
  'not-unique',
  'foreign-key',
  'refuses-orphans',
  'check-refuses',
  'check-takes',
  'index-used',
]);

/** Rules that try the values which their check lists. */
export const needsValues: ReadonlySet<RuleName> = new Set<RuleName>(['check-refuses', 'check-takes']);
