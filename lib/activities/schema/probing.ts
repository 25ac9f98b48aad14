import type { Json } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import type { ReadTable } from '@/lib/table/read-table';
import type { TableSpec } from '@/lib/table/table-spec';
import type { DatabaseFinding, Outcome, Statement } from '../evidence';
import type { CheckResult } from '../verdict';
import { type Cast, castOf } from './casting';
import { type Failure, type Found, resultsOf } from './found';
import { makingOf } from './making';
import type { ProbeContext } from './probe';
import { isStatic, type ProbeName, probes } from './rules';
import { asksSeveral, type SchemaCheck, type SchemaConfig } from './schema-config';

const order = Object.keys(probes) as readonly ProbeName[];

/** Without a table, or a row in it, the probes after these would only repeat the failure. */
const needed: ReadonlySet<string> = new Set<ProbeName>(['creates', 'insertable']);

type ProbeCheck = SchemaCheck & { readonly rule: ProbeName };

/** The activity's checks that ask the database, in the order in which they run. */
function probesOf({ checks }: SchemaConfig): readonly ProbeCheck[] {
  return order.flatMap((name) =>
    checks.flatMap((check) =>
      !isStatic(check.rule) && check.rule === name ? [{ ...check, rule: name }] : [],
    ),
  );
}

/** Where a check is tried: on its table or on each of them, as far as somebody plays the parts that it is about. */
function contextsOf(
  config: SchemaConfig,
  check: ProbeCheck,
  own: readonly TableSpec[],
  casts: readonly Cast[],
): readonly ProbeContext[] {
  const tables = [...config.beside, ...own];
  const columns = [...(check.column === null ? [] : [check.column]), ...check.columns];
  const fitting = casts.filter(
    ({ asked, parts }) =>
      (check.table === null || asked.table === check.table) &&
      columns.every((column) => Object.hasOwn(parts, column)),
  );
  const contexts = fitting.map((cast) => ({ config, check, cast, casts, tables, own }));
  // The tables are made once, all together.
  return check.rule === 'creates' ? contexts.slice(0, 1) : contexts;
}

/** One script for all probes, in a fresh database. Empty where no check asks it anything. */
export function probeStatements(config: SchemaConfig, own: readonly TableSpec[]): readonly Statement[] {
  const casts = castOf(config, own);
  const asking = probesOf(config);
  // Where no check looks at it, the tables have to be there all the same.
  const unasked = asking.length > 0 && asking.every(({ rule }) => rule !== 'creates');
  const made = unasked ? makingOf(config, own, casts) : [];
  const tried = asking.flatMap((check) =>
    contextsOf(config, check, own, casts)
      .flatMap((context) => probes[check.rule].wants(context))
      .map((sql, index) => ({ id: `${check.id}.${index + 1}`, sql })),
  );
  return [...made.map(({ sql }, index) => ({ id: `/making.${index + 1}`, sql })), ...tried];
}

/** What judging needs of the answer, as JSON, since a reading may travel. */
interface Understood {
  readonly tables: readonly TableSpec[];
  /** Where each column stands, and the keys of it that a probe may be about, by what the learner reads. */
  readonly places: { readonly [label: string]: { readonly [key: string]: Place } };
  /** Where to look for what is about no column that can be told. */
  readonly top: Place;
}

const MARKED = ['name', 'references', 'check'] as const;

export function understand(config: SchemaConfig, tables: readonly ReadTable[], top: Place): Json {
  const several = asksSeveral(config);
  const places = tables.flatMap(({ spec, places: at }) => [
    ...(several ? [[spec.table, { name: at.table }] as const] : []),
    ...spec.columns.map(({ name }, index) => {
      const keys = MARKED.map((key) => [key, at.column(index, key)] as const);
      return [several ? `${spec.table}.${name}` : name, Object.fromEntries(keys)] as const;
    }),
  ]);
  const understood: Understood = {
    tables: tables.map(({ spec }) => spec),
    places: Object.fromEntries(places),
    top: several ? top : (tables[0]?.places.columns ?? top),
  };
  return understood as unknown as Json;
}

/** What the database said to each probe, as results with the places of what they are about. */
export function judgeProbes(
  config: SchemaConfig,
  understood: Json,
  { outcomes }: DatabaseFinding,
): readonly CheckResult[] {
  const { tables, ...places } = understood as unknown as Understood;
  const casts = castOf(config, tables);
  const results: CheckResult[] = [];
  for (const check of probesOf(config)) {
    const found = foundBy(contextsOf(config, check, tables, casts), outcomesOf(outcomes, check)).map(
      ([context, each]) => resultsOf(config, check, context.cast, placed(each, places)),
    );
    const all = found.flat();
    const failed = all.filter(({ passed }) => !passed);
    results.push(...(failed.length > 0 ? failed : all.slice(0, 1)));
    if (failed.length > 0 && needed.has(check.rule)) break;
  }
  return results;
}

/** Each context takes the outcomes of its own statements. */
function foundBy(
  contexts: readonly ProbeContext[],
  outcomes: readonly Outcome[],
): readonly (readonly [ProbeContext, Found | null])[] {
  let from = 0;
  return contexts.map((context) => {
    const probe = probes[context.check.rule as ProbeName];
    const count = probe.wants(context).length;
    const own = outcomes.slice(from, from + count);
    from += count;
    return [context, probe.judge(own, context)] as const;
  });
}

const outcomesOf = (outcomes: readonly Outcome[], { id }: SchemaCheck): readonly Outcome[] =>
  outcomes.filter((outcome) => outcome.id.startsWith(`${id}.`));

function placed(found: Found | null, { places, top }: Omit<Understood, 'tables'>): Found | null {
  if (found === null || found.passed) return found;
  const placeOf = ({ subject, key }: Failure): Place => {
    const at = places[subject ?? ''];
    return at?.[key ?? 'name'] ?? at?.['name'] ?? top;
  };
  return { passed: false, failures: found.failures.map((each) => ({ ...each, place: placeOf(each) })) };
}
