import type { Place } from '@/lib/shared/place';
import { readTables } from '@/lib/table/read-table';
import { shapeSchemaOf } from '@/lib/table/shape-schema';
import type { TableSpec } from '@/lib/table/table-spec';
import { type Finding, findingOf, type Statement } from '../evidence';
import { FADES } from '../fade';
import type { ActivityKind, Grading, Reading } from '../kind';
import type { CheckResult, Verdict } from '../verdict';
import { type Answer, answersOf } from './answer';
import { type Cast, labelOfPart } from './casting';
import { compile } from './compile';
import { missingTable, resultsOf } from './found';
import { keys } from './keys';
import { layerResults } from './layers';
import { makingOf } from './making';
import { notesOn } from './notes';
import { judgeProbes, probeStatements, understand } from './probing';
import { isStatic, staticRules } from './rules';
import { asksSeveral, type SchemaCheck, type SchemaConfig } from './schema-config';

/** The learner writes tables as YAML; rules compare them with a reference, and a real PostgreSQL tries them. */
export const schemaKind: ActivityKind<SchemaConfig> = {
  name: 'schema',
  extensions: ['yaml'],
  language: 'yaml',
  fades: FADES,
  asks: ['database'],
  files: [],
  keys,
  answerSchema: ({ allows }) => shapeSchemaOf(allows),
  compile,
  read,
  grade,
};

function read(config: SchemaConfig, answer: string): Reading {
  const reading = readTables(answer, config.allows);
  const layers = layerResults(reading);
  if (!reading.ok) return { verdict: verdictOf(layers, []), wants: [], becomes: null, creates: [] };
  const { tables, top } = reading;
  const answers = answersOf(config, tables);
  const results = config.checks.flatMap((check) => [
    ...(check.rule === 'table-name' ? missingTables(config, check, answers, top) : []),
    ...staticResults(config, check, answers),
  ]);
  const casts = answers.map(({ cast }) => cast);
  const notes = answers.flatMap(notesOn);
  const verdict = verdictOf([...layers, ...inOrder(config, casts, results)], notes);
  const specs = tables.map(({ spec }) => spec);
  const statements = verdict.passed ? probeStatements(config, specs) : [];
  return {
    verdict,
    wants: statements.length > 0 ? [{ ask: 'database', id: 'probes', statements }] : [],
    becomes: sqlOf(config, specs, casts),
    creates: createsOf(config, specs, casts),
    understood: understand(config, tables, top),
  };
}

/** What a rule finds in each table that it is about: every failure, or that all is well. */
function staticResults(
  config: SchemaConfig,
  check: SchemaCheck,
  answers: readonly Answer[],
): readonly CheckResult[] {
  if (!isStatic(check.rule)) return [];
  const rule = staticRules[check.rule];
  const results = answers
    .filter(({ cast }) => check.table === null || cast.asked.table === check.table)
    .flatMap((answer) => resultsOf(config, check, answer.cast, rule(answer, check)));
  const failed = results.filter(({ passed }) => !passed);
  return failed.length > 0 ? failed : results.slice(0, 1);
}

/** Among several tables, one may simply not be there. */
const missingTables = (
  config: SchemaConfig,
  check: SchemaCheck,
  answers: readonly Answer[],
  top: Place,
): readonly CheckResult[] =>
  config.tables
    .filter(({ table }) => check.table === null || check.table === table)
    .filter(({ table }) => answers.every(({ cast }) => cast.asked.table !== table))
    .map(({ table }) => missingTable(check, table, top));

/** The database's results come after those that were read. */
function grade(config: SchemaConfig, reading: Reading, findings: readonly Finding[]): Grading {
  // Nothing was understood of an answer that asks nothing; its verdict stands.
  const results =
    reading.understood === undefined
      ? []
      : judgeProbes(config, reading.understood, findingOf(findings, 'database', 'probes'));
  return { verdict: verdictOf([...reading.verdict.checks, ...results], reading.verdict.notes) };
}

/** What failed says nothing of notes: they would only distract. */
function verdictOf(checks: readonly CheckResult[], notes: Verdict['notes']): Verdict {
  const failed = new Set(checks.filter(({ passed }) => !passed).map(({ subject }) => subject));
  return {
    passed: failed.size === 0,
    checks,
    notes: notes.filter(({ subject }) => !failed.has(subject)),
  };
}

/** What is about the whole first, then the columns in the order of the reference, then further ones. */
function inOrder(
  config: SchemaConfig,
  casts: readonly Cast[],
  results: readonly CheckResult[],
): readonly CheckResult[] {
  const subjects = casts.flatMap((cast) => [
    cast.table.table,
    ...cast.asked.columns.map(({ name }) => labelOfPart(config, cast, name)),
  ]);
  const names = asksSeveral(config) ? subjects : subjects.slice(1);
  const rank = ({ subject }: CheckResult): number => {
    if (subject === null) return -1;
    const index = names.indexOf(subject);
    return index < 0 ? names.length : index;
  };
  return [...results].sort((a, b) => rank(a) - rank(b));
}

function sqlOf(config: SchemaConfig, specs: readonly TableSpec[], casts: readonly Cast[]): string {
  const making = makingOf(config, specs, casts);
  const given = making.filter(({ table }) => table === null);
  const before = given.filter(({ makes }) => makes === 'table').map(({ sql }) => sql);
  const after = given.filter(({ makes }) => makes === 'index').map(({ sql }) => sql);
  const own = making.filter(({ table }) => table !== null);
  // A table's indexes stand below it without a gap.
  const text = own.map(({ sql, makes }, index) => {
    const gap = makes === 'table' ? '\n\n' : '\n';
    return `${index === 0 ? '' : gap}${sql}`;
  });
  return [
    ...(before.length === 0 ? [] : [`-- Given with this activity.\n${before.join('\n\n')}`]),
    text.join(''),
    ...after.map((sql) => `-- Given with this activity: the relay finds pending rows through it.\n${sql}`),
  ].join('\n\n');
}

/**
 * For the stage, which knows one table by the reference's names and makes those beside it by itself: none where an answer
 * has others, or leans on others.
 */
function createsOf(
  config: SchemaConfig,
  specs: readonly TableSpec[],
  casts: readonly Cast[],
): readonly Statement[] {
  const isItself = casts.every(
    ({ asked, table, parts }) =>
      asked.table === table.table &&
      Object.entries(parts).every(([name, { column, as }]) => name === column && as === 'itself'),
  );
  const leans = specs.some(({ columns }) => columns.some(({ references }) => references !== null));
  const isFree = config.anyTable || config.roles.length > 0;
  if (asksSeveral(config) || leans || (isFree && !isItself)) return [];
  return makingOf({ ...config, beside: [] }, specs, casts).map(({ sql, makes, table }, index) => ({
    id: index === 0 || table === null ? makes : `${makes}.${index}`,
    sql,
  }));
}
