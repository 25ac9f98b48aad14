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
import {
  accepts,
  asDescribed,
  creates,
  oldestFirst,
  type Probe,
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
]);
