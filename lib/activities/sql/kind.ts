import { MAX_BYTES } from '@/lib/shared/yaml';
import { failed, passed } from '../check-result';
import {
  type Finding,
  findingOf,
  isFound,
  type Question,
  type SplitStatement,
  type StatementsFinding,
} from '../evidence';
import type { ActivityKind, Grading, Reading } from '../kind';
import { type CheckResult, verdictOf } from '../verdict';
import { modelOf, scenarioOf } from './claims/claim-model';
import { claimIn, triesIn, tryStatements } from './claims/tries';
import { compile } from './compile';
import { placeOfError, resultOf } from './found';
import { keys } from './keys';
import { type Context, ranOf, runName } from './ran';
import { rules } from './rules';
import { restored, scriptFor } from './script';
import type { SqlConfig } from './sql-config';

/** The learner writes SQL; a real PostgreSQL runs it, and every crash within it. */
export const sqlKind: ActivityKind<SqlConfig> = {
  name: 'sql',
  extensions: ['sql'],
  language: 'sql',
  asks: ['statements', 'database', 'schedules'],
  files: ['schema.sql', 'fixtures.sql'],
  keys,
  answerSchema: () => null,
  compile,
  read,
  grade,
};

function read(config: SqlConfig, answer: string): Reading {
  const isTooLarge = new TextEncoder().encode(answer).length > MAX_BYTES;
  const size = isTooLarge
    ? failed('size', `The answer is larger than ${MAX_BYTES / 1024} KB, and was not read.`)
    : passed('size', 'The answer is small enough to be read.');
  return {
    verdict: verdictOf([size]),
    wants: isTooLarge ? [] : [{ ask: 'statements', id: 'split', sql: answer }],
    becomes: givenIn(config),
    creates: [],
    understood: answer,
  };
}

/** What stands beside the answer: the values that come with it, and the tables. */
function givenIn({ parameters, schema }: SqlConfig): string {
  const values = parameters.map((is, index) => `-- $${index + 1}: ${is}\n`).join('');
  return `${values}${values === '' ? '' : '\n'}${schema.trim()}`;
}

/** First what the statements are, then what they do, and for a claim what the model makes of it. */
function grade(config: SqlConfig, reading: Reading, findings: readonly Finding[]): Grading {
  if (reading.wants.length === 0) return { verdict: reading.verdict };
  const split = findingOf(findings, 'statements', 'split');
  const syntax = readStatements(config, String(reading.understood), split);
  const checks = [...reading.verdict.checks, syntax];
  const { statements } = split;
  if (!syntax.passed || statements === null) return { verdict: verdictOf(checks) };
  const out = boundsResults(config, statements);
  if (out.length > 0) return { verdict: verdictOf([...checks, ...out]) };
  if (!isFound(findings, 'runs')) return { wants: [wantRuns(config, statements)] };
  const context = contextOf(config, statements, findings);
  const scenario = scenarioOf(config, modelOf(context.tries, statements));
  if (scenario !== null && context.tries?.error === null && context.model === null) {
    return { wants: [{ ask: 'schedules', id: 'model', scenario }] };
  }
  return { verdict: verdictOf([...checks, ...given(config, findings), ...resultsOf(config, context)]) };
}

function wantRuns(config: SqlConfig, statements: readonly SplitStatement[]): Question {
  const claim = config.claims === null ? null : claimIn(statements);
  const tries =
    config.claims === null || claim === null
      ? []
      : [...restored(config, statements), ...tryStatements(config.claims, claim)];
  return { ask: 'database', id: 'runs', statements: [...scriptFor(config, statements), ...tries] };
}

function contextOf(
  config: SqlConfig,
  statements: readonly SplitStatement[],
  findings: readonly Finding[],
): Context {
  const found = findingOf(findings, 'database', 'runs');
  const [first] = config.cases;
  const isCrashing = config.checks.some(({ when }) => when.includes('crash'));
  const tries = triesIn(found);
  const scenario = scenarioOf(config, modelOf(tries, statements));
  return {
    config,
    statements,
    runs: config.cases.map((each, place) => ranOf(found, statements, each, runName(place, null), null)),
    crashes:
      first === undefined || !isCrashing
        ? []
        : statements
            .slice(1)
            .map((_, index) => ranOf(found, statements, first, runName(0, index + 1), index + 1)),
    tries,
    model:
      scenario !== null && isFound(findings, 'model')
        ? { scenario, explored: findingOf(findings, 'schedules', 'model').explored }
        : null,
  };
}

/** A learner's answer is a page of SQL; a script of hundreds would only be waited for. */
const MOST_STATEMENTS = 40;

function readStatements(config: SqlConfig, answer: string, split: StatementsFinding): CheckResult {
  const { statements, error } = split;
  if (error !== null) {
    const whole = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const text = { sql: answer, node: '', nodes: [], parameters: [], place: whole };
    return failed('syntax', `PostgreSQL cannot read this: ${error.message}.`, {
      place: placeOfError(text, error),
      database: error,
    });
  }
  const [first] = statements ?? [];
  if (statements === null || first === undefined) return failed('syntax', 'There is no statement yet.');
  const beyond = statements[MOST_STATEMENTS];
  if (beyond !== undefined) {
    return failed('syntax', `There are more than ${MOST_STATEMENTS} statements; none was run.`, {
      place: beyond.place,
    });
  }
  return readParameters(config, statements) ?? passed('syntax', sentenceOf(statements.length));
}

function readParameters(config: SqlConfig, statements: readonly SplitStatement[]): CheckResult | null {
  const { length } = config.parameters;
  const highest = ({ parameters }: SplitStatement): number => parameters.at(-1) ?? 0;
  const beyond = statements.find((statement) => highest(statement) > length);
  if (beyond === undefined) return null;
  const known = length === 0 ? 'no parameter' : `\`$1\` to \`$${length}\``;
  return failed('syntax', `There is no \`$${highest(beyond)}\` here: you are given ${known}.`, {
    place: beyond.place,
  });
}

const sentenceOf = (count: number): string =>
  count === 1 ? 'PostgreSQL reads one statement.' : `PostgreSQL reads ${count} statements.`;

/** What is out of bounds is not run. */
const boundsResults = (config: SqlConfig, statements: readonly SplitStatement[]): readonly CheckResult[] =>
  resultsOf(
    { ...config, checks: config.checks.filter(({ rule }) => rule === 'forbids') },
    { config, statements, runs: [], crashes: [], tries: null, model: null },
  ).filter(({ passed: isRight }) => !isRight);

/** What the instructor gave must run: only a mistake of theirs makes this check fail. */
function given(config: SqlConfig, findings: readonly Finding[]): readonly CheckResult[] {
  const { outcomes } = findingOf(findings, 'database', 'runs');
  const refused = outcomes.find(({ id, ok }) => !ok && id.endsWith('.fresh'));
  if (refused === undefined || refused.ok) return [];
  const { error } = refused;
  const message = `The tables of this activity cannot be made: ${error.message}. This is no fault of yours.`;
  return config.tables.length === 0 ? [] : [failed('database', message, { database: error })];
}

const resultsOf = (config: SqlConfig, context: Context): readonly CheckResult[] =>
  config.checks.flatMap((check) => {
    const found = rules[check.rule].judge(check, context);
    return found === null ? [] : [resultOf(check, found)];
  });
