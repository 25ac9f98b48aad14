import type { JsonSchema } from '@/lib/shared/json';
import { readTables } from '@/lib/table/read-table';
import { shapeSchemaOf } from '@/lib/table/shape-schema';
import type { TableSpec } from '@/lib/table/table-spec';
import { createTable } from '@/lib/table/table-sql';
import { type Finding, findingOf, type Statement } from '../evidence';
import { FADES } from '../fade';
import type { ActivityKind, Grading, Reading } from '../kind';
import type { CheckResult, Verdict } from '../verdict';
import { answerOf } from './answer';
import { compile } from './compile';
import { resultsOf } from './found';
import { createPendingIndex } from './inserts';
import { keys } from './keys';
import { layerResults } from './layers';
import { notesOn } from './notes';
import { judgeProbes, probeStatements, understand } from './probing';
import { isStatic, staticRules } from './rules';
import type { SchemaConfig } from './schema-config';

/** The learner writes a table as YAML; rules compare it with a reference, and a real PostgreSQL tries it. */
export const schemaKind: ActivityKind<SchemaConfig> = {
  name: 'schema',
  extensions: ['yaml'],
  language: 'yaml',
  fades: FADES,
  asks: ['database'],
  files: [],
  keys,
  answerSchema: (): JsonSchema => shapeSchemaOf([]),
  compile,
  read,
  grade,
};

function read(config: SchemaConfig, answer: string): Reading {
  const reading = readTables(answer);
  const layers = layerResults(reading);
  if (!reading.ok) return { verdict: verdictOf(layers, []), wants: [], becomes: null, creates: [] };
  const [table] = reading.tables;
  const compared = answerOf(config, table);
  const results = config.checks.flatMap((check) =>
    isStatic(check.rule) ? resultsOf(config, check, staticRules[check.rule](compared, check)) : [],
  );
  const verdict = verdictOf([...layers, ...inOrder(config, results)], notesOn(compared));
  const statements = probeStatements(config, table.spec);
  return {
    verdict,
    wants: verdict.passed ? [{ ask: 'database', id: 'probes', statements }] : [],
    becomes: sqlOf(config, table.spec),
    creates: createsOf(config, table.spec),
    understood: understand(table),
  };
}

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

/** The table first, then the columns in the order of the reference, then further ones. */
function inOrder(config: SchemaConfig, results: readonly CheckResult[]): readonly CheckResult[] {
  const names = config.reference.columns.map(({ name }) => name);
  const rank = ({ subject }: CheckResult): number => {
    if (subject === null) return -1;
    const index = names.indexOf(subject);
    return index < 0 ? names.length : index;
  };
  return [...results].sort((a, b) => rank(a) - rank(b));
}

/** The given index, where the table has the columns for it. */
function indexOf({ index }: SchemaConfig, { table, columns }: TableSpec): string | null {
  const names = new Set(columns.map(({ name }) => name));
  const fits = index !== null && names.has(index.on) && names.has(index.pending);
  return fits ? createPendingIndex(table, index.on, index.pending) : null;
}

function sqlOf(config: SchemaConfig, spec: TableSpec): string {
  const index = indexOf(config, spec);
  const given =
    index === null
      ? ''
      : `\n\n-- Given with this activity: the relay finds pending rows through it.\n${index}`;
  return `${createTable(spec)}${given}`;
}

function createsOf(config: SchemaConfig, spec: TableSpec): readonly Statement[] {
  const index = indexOf(config, spec);
  const table = { id: 'table', sql: createTable(spec) };
  return index === null ? [table] : [table, { id: 'index', sql: index }];
}
