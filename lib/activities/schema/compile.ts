// The instructor's files into a config, or every reason why not. C7 is this kind's.
import type { Problem } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import { readType } from '@/lib/table/column-types';
import { readTables } from '@/lib/table/read-table';
import type { TableSpec } from '@/lib/table/table-spec';
import type { ActivitySource } from '../kind';
import { unfillable } from './inserts';
import { needsColumn, type RuleName } from './rules';
import type { SchemaCheck, SchemaConfig } from './schema-config';

/** activity.yaml after its schema has held. */
interface Written {
  readonly checks: readonly (Partial<Omit<SchemaCheck, 'id' | 'rule' | 'says'>> & {
    readonly id: string;
    readonly rule: RuleName;
    readonly says: string;
  })[];
  readonly index?: { readonly on: string; readonly pending: string };
}

export function compile(source: ActivitySource): Result<SchemaConfig> {
  const reading = readTables(source.solutions[0] ?? '');
  if (!reading.ok) {
    const file = `${source.folder}/solution.yaml`;
    return failure(
      reading.problems.map(({ message, hint, place }) => ({ code: 'C701', message, hint, file, place })),
    );
  }
  const reference = reading.tables[0].spec;
  const written = source.keys as unknown as Written;
  const index = written.index ?? null;
  const checks = written.checks.map(checkOf);
  const problems = [
    ...checks.flatMap((check) => judge(check, reference)),
    ...(index === null
      ? []
      : [index.on, index.pending].flatMap((name) => judgeColumn('index', name, reference))),
    ...unfillable(reference).map(({ name, type }) =>
      problem(
        'C705',
        `No probe knows a value for \`${name}\`, whose type is \`${type.sql}\`.`,
        'Use another type.',
      ),
    ),
  ].map((found) => ({ ...found, file: `${source.folder}/activity.yaml` }));
  return problems.length > 0 ? failure(problems) : success({ reference, index, checks });
}

const checkOf = (check: Written['checks'][number]): SchemaCheck => ({
  id: check.id,
  rule: check.rule,
  column: check.column ?? null,
  given: (check.given ?? []).map(baseOf),
  atLeast: check.atLeast ?? 1,
  says: check.says,
  why: check.why ?? null,
  hints: check.hints ?? [],
});

/** PostgreSQL's own name of a type; a name that is none stays, for `judge` to find. */
function baseOf(written: string): string {
  const reading = readType(written);
  return reading.ok ? reading.type.base : written;
}

function judge(check: SchemaCheck, reference: TableSpec): readonly Problem[] {
  const unknown = check.given
    .filter((type) => !readType(type).ok)
    .map((type) =>
      problem('C704', `The check \`${check.id}\` speaks of \`${type}\`, which is no type.`, null),
    );
  if (check.column !== null)
    return [...unknown, ...judgeColumn(`check \`${check.id}\``, check.column, reference)];
  if (!needsColumn.has(check.rule)) return unknown;
  const message = `The check \`${check.id}\` does not say which column its rule \`${check.rule}\` is about.`;
  return [...unknown, problem('C702', message, 'Add `column: …`.')];
}

function judgeColumn(what: string, name: string, reference: TableSpec): readonly Problem[] {
  if (reference.columns.some((column) => column.name === name)) return [];
  const names = reference.columns.map((column) => `\`${column.name}\``).join(', ');
  return [
    problem(
      'C703',
      `The ${what} speaks of \`${name}\`, a column that the solution lacks.`,
      `It has ${names}.`,
    ),
  ];
}

const problem = (code: string, message: string, hint: string | null): Problem => ({
  code,
  message,
  hint,
  file: null,
  place: null,
});
