import { readFileSync } from 'node:fs';
import { readYaml } from '@/lib/shared/yaml';
import type { Outcome, Statement } from '../evidence';
import { verdictIn } from '../grading-fixture';
import type { Reading } from '../kind';
import type { Verdict } from '../verdict';
import { schemaKind } from './kind';
import type { SchemaConfig } from './schema-config';

const folder = new URL(
  '../../../lessons/04-reliable-publication/01-asynchronous-integration/outbox-table/',
  import.meta.url,
);

const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

export const solution = read('solution.yaml');

/** The activity as its instructor wrote it. */
export function ordersOutbox(): SchemaConfig {
  const keys = readYaml(read('activity.yaml'));
  if (!keys.ok) throw new Error(JSON.stringify(keys.problems));
  const compiled = schemaKind.compile({
    folder: 'outbox-table',
    keys: keys.value.value,
    start: read('start.yaml'),
    solutions: [solution],
    scenario: null,
    files: {},
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
}

/** The statements that a reading asks the database. */
export const statementsIn = ({ wants }: Reading): readonly Statement[] =>
  wants.flatMap((question) => (question.ask === 'database' ? question.statements : []));

/** What the kind makes of what the database said. */
export const verdictOf = (config: SchemaConfig, reading: Reading, outcomes: readonly Outcome[]): Verdict =>
  verdictIn(schemaKind.grade(config, reading, [{ ask: 'database', id: 'probes', outcomes }]));
