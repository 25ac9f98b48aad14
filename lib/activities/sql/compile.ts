// The instructor's files into a config, or every reason why not. C8 is this kind's.
import type { Json } from '@/lib/shared/json';
import { type Problem, unplaced } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { SqlValue } from '../evidence';
import type { ActivitySource } from '../kind';
import type { ClaimsConfig } from './claims/claims-config';
import { isClaimRule, type RuleName } from './rules';
import type { SqlCase, SqlCheck, SqlConfig } from './sql-config';

/** activity.yaml after its schema has held. */
interface Written {
  readonly checks: readonly (Partial<SqlCheck> & Pick<SqlCheck, 'id' | 'rule' | 'says'>)[];
  readonly tables?: readonly string[];
  readonly parameters?: readonly { readonly is: string; readonly value: SqlValue }[];
  readonly cases?: readonly {
    readonly name: string;
    readonly parameters?: readonly SqlValue[];
    readonly given?: string;
  }[];
  readonly claims?: Omit<ClaimsConfig, 'scenario' | 'key'> & { readonly key?: string };
}

export function compile({ folder, keys, files, scenario }: ActivitySource): Result<SqlConfig> {
  const written = keys as unknown as Written;
  const config: SqlConfig = {
    schema: files['schema.sql'] ?? '',
    fixtures: files['fixtures.sql'] ?? '',
    tables: tablesOf(written),
    parameters: (written.parameters ?? []).map(({ is }) => is),
    cases: casesOf(written),
    checks: written.checks.map(checkOf),
    claims: claimsOf(written, scenario),
  };
  const problems = [
    ...(files['schema.sql'] === undefined ? [unplaced('C801', NO_SCHEMA, NO_SCHEMA_HINT)] : []),
    ...config.checks.flatMap((check) => judge(check, config)),
    ...(written.claims !== undefined && scenario === null
      ? [
          unplaced(
            'C804',
            'The claim has no scenario to be explored in.',
            'Add `scenario.yaml` with two relays.',
          ),
        ]
      : []),
    ...(written.cases ?? []).flatMap(({ name, parameters }) => judgeCase(name, parameters, config)),
  ];
  if (problems.length === 0) return success(config);
  return failure(problems.map((found) => ({ ...found, file: `${folder}/activity.yaml` })));
}

const NO_SCHEMA = 'There is no `schema.sql` with the tables that are given.';
const NO_SCHEMA_HINT = 'Add it, with `CREATE TABLE …`; rows go into `fixtures.sql`.';

/** What becomes of a claim is seen in its table. */
const tablesOf = ({ tables = [], claims }: Written): readonly string[] => [
  ...new Set([...tables, ...(claims === undefined ? [] : [claims.table])]),
];

function casesOf({ parameters = [], cases = [] }: Written): readonly SqlCase[] {
  const values = parameters.map(({ value }) => value);
  const further = cases.map(({ name, parameters: own, given }) => ({
    name,
    parameters: own ?? values,
    given: given ?? null,
  }));
  return [{ name: null, parameters: values, given: null }, ...further];
}

const checkOf = (check: Written['checks'][number]): SqlCheck => ({
  ...{ about: null, query: null, equals: [], ordered: false, table: null, key: 'id' },
  ...{ inserts: 0, updates: 0, deletes: 0, uses: null, avoids: null, nodes: [], code: null },
  ...{ works: null, why: null, hints: [] },
  ...check,
  when: check.rule === 'invariant' ? (check.when ?? ['end', 'crash']) : [],
});

/** Its reader wrote the scenario when the course was compiled. */
const claimsOf = ({ claims }: Written, scenario: Json | null): ClaimsConfig | null =>
  claims === undefined || scenario === null
    ? null
    : { ...claims, key: claims.key ?? 'id', scenario: scenario as unknown as Scenario };

/** What a rule cannot do without. */
const needs: Partial<Record<RuleName, readonly (keyof SqlCheck)[]>> = {
  rows: ['query'],
  invariant: ['query'],
  refuses: ['query', 'code'],
  affects: ['table'],
};

function judge(check: SqlCheck, config: SqlConfig): readonly Problem[] {
  const missing = (needs[check.rule] ?? []).filter((key) => check[key] === null);
  const none = check.rule === 'forbids' && check.nodes.length === 0 ? ['nodes'] : [];
  const aimless = check.rule === 'plan' && check.uses === null && check.avoids === null ? ['uses'] : [];
  const unread = check.table !== null && !config.tables.includes(check.table);
  return [
    ...[...missing, ...none, ...aimless].map((key) =>
      unplaced(
        'C802',
        `The check \`${check.id}\` does not say what its rule \`${check.rule}\` needs.`,
        `Add \`${key}: …\`.`,
      ),
    ),
    ...(unread
      ? [
          unplaced(
            'C803',
            `The check \`${check.id}\` speaks of \`${check.table}\`, which is not among \`tables\`.`,
            'Add it there, so that it is read before and after.',
          ),
        ]
      : []),
    ...(isClaimRule(check.rule) && config.claims === null
      ? [
          unplaced(
            'C805',
            `The rule \`${check.rule}\` of the check \`${check.id}\` is about a claim, and \`claims\` does not say of which table.`,
            'Add `claims: { table: …, aggregate: …, owner: …, until: …, done: … }` and `scenario.yaml`.',
          ),
        ]
      : []),
  ];
}

function judgeCase(
  name: string,
  parameters: readonly SqlValue[] | undefined,
  config: SqlConfig,
): readonly Problem[] {
  if (parameters === undefined || parameters.length === config.parameters.length) return [];
  const message = `The case “${name}” has ${parameters.length} parameters, and the activity ${config.parameters.length}.`;
  return [unplaced('C806', message, 'Give each `$n` a value.')];
}
