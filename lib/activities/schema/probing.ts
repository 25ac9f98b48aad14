import type { Json } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import type { ReadTable } from '@/lib/table/read-table';
import type { TableSpec } from '@/lib/table/table-spec';
import type { DatabaseFinding, Outcome, Statement } from '../evidence';
import type { CheckResult } from '../verdict';
import { resultsOf } from './found';
import type { ProbeContext } from './probes';
import { isStatic, type ProbeName, probes } from './rules';
import type { SchemaCheck, SchemaConfig } from './schema-config';

const order = Object.keys(probes) as readonly ProbeName[];

/** Without a table, or a row in it, the probes after these would only repeat the failure. */
const needed: ReadonlySet<string> = new Set<ProbeName>(['creates', 'insertable']);

/** The activity's checks that ask the database, in the order in which they run. */
function probesOf({ checks }: SchemaConfig): readonly (SchemaCheck & { readonly rule: ProbeName })[] {
  return order.flatMap((name) =>
    checks.flatMap((check) =>
      !isStatic(check.rule) && check.rule === name ? [{ ...check, rule: name }] : [],
    ),
  );
}

/** One script for all probes, in a fresh database. */
export const probeStatements = (config: SchemaConfig, table: TableSpec): readonly Statement[] =>
  probesOf(config).flatMap((check) =>
    probes[check.rule]
      .wants({ config, check, table })
      .map((sql, index) => ({ id: `${check.id}.${index + 1}`, sql })),
  );

/** What judging needs of the answer, as JSON, since a reading may travel. */
interface Understood {
  readonly table: TableSpec;
  /** Where each column stands. */
  readonly places: { readonly [column: string]: Place };
  /** The word `columns`, for what is about no column that can be told. */
  readonly columns: Place;
}

export function understand({ spec, places }: ReadTable): Json {
  const columns = spec.columns.map(({ name }, index) => [name, places.column(index, 'name')] as const);
  const understood: Understood = {
    table: spec,
    places: Object.fromEntries(columns),
    columns: places.columns,
  };
  return understood as unknown as Json;
}

/** What the database said to each probe, as results with the places of what they are about. */
export function judgeProbes(
  config: SchemaConfig,
  understood: Json,
  { outcomes }: DatabaseFinding,
): readonly CheckResult[] {
  const understanding = understood as unknown as Understood;
  const results: CheckResult[] = [];
  for (const check of probesOf(config)) {
    const context: ProbeContext = { config, check, table: understanding.table };
    const found = probes[check.rule].judge(outcomesOf(outcomes, check), context);
    results.push(...resultsOf(config, check, found).map((result) => placed(result, understanding)));
    if (!found.passed && needed.has(check.rule)) break;
  }
  return results;
}

const outcomesOf = (outcomes: readonly Outcome[], { id }: SchemaCheck): readonly Outcome[] =>
  outcomes.filter((outcome) => outcome.id.startsWith(`${id}.`));

const placed = (result: CheckResult, { places, columns }: Understood): CheckResult =>
  result.passed ? result : { ...result, place: places[result.subject ?? ''] ?? columns };
