import type { Json, JsonSchema } from '@/lib/shared/json';
import type { Result } from '@/lib/shared/result';
import type { Evidence, EvidenceRequest, Statement } from './evidence';
import type { Verdict } from './verdict';

/** The files of one activity's folder, as text, for its kind to compile. */
export interface ActivitySource {
  /** Path of the activity's folder below the course, for problems. */
  readonly folder: string;
  /** The keys of activity.yaml, already valid against the common ones and the kind's. */
  readonly keys: Json;
  readonly start: string;
  /** The first is `solution.yaml`. */
  readonly solutions: readonly string[];
}

/** An answer after the layers that need no database: fast enough to run at every key. */
export interface Reading {
  /** The layers so far. If it has not passed, no later layer runs. */
  readonly verdict: Verdict;
  /** What the last layer needs; null when an earlier layer failed. */
  readonly wants: EvidenceRequest | null;
  /** What the answer becomes, live beside it (for a table, its SQL); null while it cannot be read. */
  readonly becomes: string | null;
  /** Makes the learner's tables in an empty database, for the stage; empty while the answer cannot be read. */
  readonly creates: readonly Statement[];
  /** What the kind understood of the answer, for its own `grade`; nobody else reads it. */
  readonly understood?: Json;
}

/**
 * One kind of activity: a folder here and one in components/activities, a line each in the two registries.
 * `Config` is JSON: made at build time from the instructor's files, shipped to the page, given back at each call.
 */
export interface ActivityKind<Config> {
  readonly name: string;
  /** The ending of answer files: start, solution, accept and wrong. */
  readonly extension: 'yaml' | 'sql' | 'js';
  /** The kind's own keys of activity.yaml, as the `properties` of a JSON Schema. */
  readonly keys: JsonSchema;
  /** JSON Schema of an answer, for the editor's completion, hover and marks; null where answers are no YAML. */
  readonly answerSchema: (config: Config) => JsonSchema | null;
  readonly compile: (source: ActivitySource) => Result<Config>;
  readonly read: (config: Config, answer: string) => Reading;
  /** Pure: activity, answer and evidence in, the whole verdict out. */
  readonly grade: (config: Config, reading: Reading, evidence: Evidence) => Verdict;
}
