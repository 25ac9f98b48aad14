import type { Json } from '@/lib/shared/json';
import { quoteIdentifier } from '@/lib/table/identifier';
import type { TableSpec } from '@/lib/table/table-spec';
import type { DatabaseError, Outcome, Row } from '../evidence';
import { labelOfPart } from './casting';
import { type Found, wrong } from './found';
import type { Scene } from './inserts';
import type { SchemaCheck } from './schema-config';

/** What a probe knows: the activity, its check, and the learner's tables with the parts that they play. */
export interface ProbeContext extends Scene {
  readonly check: SchemaCheck;
  /** The learner's own tables, without those that were given. */
  readonly own: readonly TableSpec[];
}

/** A rule that asks the database. */
export interface Probe {
  /** The statements, in order. Nothing that they do to the rows outlives them. */
  readonly wants: (context: ProbeContext) => readonly string[];
  /** One outcome for each statement. Null where nothing can be told. */
  readonly judge: (outcomes: readonly Outcome[], context: ProbeContext) => Found | null;
}

/** Rows that were there before the probe, and rows that are left after it: none. */
export const undone = (...statements: readonly string[]): readonly string[] => [
  'BEGIN',
  ...statements,
  'ROLLBACK',
];

export const nameOf = ({ cast }: ProbeContext): string => quoteIdentifier(cast.table.table);

/** The learner's column in the part that the check is about. */
export const columnOf = ({ cast, check }: ProbeContext): string =>
  quoteIdentifier(cast.parts[check.column ?? '']?.column ?? '_');

export const rowsOf = (outcome: Outcome | undefined): readonly Row[] =>
  outcome?.ok === true ? outcome.rows : [];

export const errorOf = (outcomes: readonly Outcome[]): DatabaseError | null => {
  for (const outcome of outcomes) if (!outcome.ok) return outcome.error;
  return null;
};

export const fails = (
  { config, cast, check }: ProbeContext,
  found: string,
  more: { readonly database?: DatabaseError; readonly key?: string } = {},
): Found =>
  wrong({
    subject: check.column === null ? null : labelOfPart(config, cast, check.column),
    place: null,
    found,
    ...more,
  });

/** A failure that carries PostgreSQL's error if there was one. */
export const failsWith = (context: ProbeContext, outcomes: readonly Outcome[], found: string): Found => {
  const error = errorOf(outcomes);
  return error === null ? fails(context, found) : fails(context, error.message, { database: error });
};

interface UsedIndex {
  readonly name: string;
  /** What is looked up in it; empty where it is read from end to end. */
  readonly condition: string;
}

/** All indexes that a plan uses. */
export function indexesIn(plan: Json): readonly UsedIndex[] {
  if (plan === null || typeof plan !== 'object') return [];
  if (Array.isArray(plan)) return (plan as readonly Json[]).flatMap(indexesIn);
  const node = plan as { readonly [key: string]: Json };
  const name = node['Index Name'];
  const own = name === undefined ? [] : [{ name: String(name), condition: String(node['Index Cond'] ?? '') }];
  return [...own, ...Object.values(node).flatMap(indexesIn)];
}
