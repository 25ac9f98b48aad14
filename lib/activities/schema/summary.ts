import type { Verdict } from '../verdict';
import type { SchemaConfig } from './schema-config';

/** How far an answer has come, column by column. */
export interface Summary {
  /** Columns of the reference with nothing against them. */
  readonly right: readonly string[];
  readonly asked: number;
  /** How many columns, and the table itself, have something to mend. */
  readonly toMend: number;
  /** `4 of 6 columns right · 2 to mend` */
  readonly words: string;
}

/** Null while the answer cannot be read as a table, when nothing can be said of its columns. */
export function summarize(config: SchemaConfig, verdict: Verdict): Summary | null {
  const failed = verdict.checks.filter(({ passed }) => !passed);
  if (failed.some(({ id }) => id === 'size' || id === 'yaml' || id === 'shape')) return null;
  const subjects = new Set(failed.map(({ subject }) => subject));
  const names = config.reference.columns.map(({ name }) => name);
  const right = names.filter((name) => !subjects.has(name));
  const columns = `${right.length} of ${names.length} columns right`;
  const words = subjects.size === 0 ? columns : `${columns} · ${subjects.size} to mend`;
  return { right, asked: names.length, toMend: subjects.size, words };
}
