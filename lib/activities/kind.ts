import type { Json, JsonSchema } from '@/lib/shared/json';
import type { Result } from '@/lib/shared/result';
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import type { Finding, Question, Statement } from './evidence';
import type { Fade } from './fade';
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
  /** What scenario.yaml says, with every default; null where there is none. */
  readonly scenario: Json | null;
  /** What every `scenario.NAME.yaml` says, by NAME: for kinds that compare runs (`ActivityKind.scenarios`). */
  readonly scenarios?: { readonly [name: string]: Json };
  /** The further files that the kind has a use for (`ActivityKind.files`), by name; without those that are not there. */
  readonly files: { readonly [name: string]: string };
}

/** An answer after the layers that need no database: fast enough to run at every key. */
export interface Reading {
  /** The layers so far. If it has not passed, no later layer runs. */
  readonly verdict: Verdict;
  /** What the next layer needs to know; empty when an earlier layer failed, or when there is nothing more to know. */
  readonly wants: readonly Question[];
  /** Nothing has to be found out, and yet only a check tells more: `grade` is asked without any finding. */
  readonly ungraded?: true;
  /** What the answer becomes, live beside it (for a table, its SQL); null while it cannot be read. */
  readonly becomes: string | null;
  /** Makes the learner's tables in an empty database, for the stage; empty while the answer cannot be read. */
  readonly creates: readonly Statement[];
  /** What plays on the stage once the answer has passed; left out where that is the activity's own scenario. */
  readonly plays?: { readonly scenario: Scenario; readonly commands: readonly Command[] };
  /** What the kind understood of the answer, for its own `grade`; nobody else reads it. */
  readonly understood?: Json;
}

/** The whole verdict, or what must be known besides before there can be one. */
export type Grading = { readonly verdict: Verdict } | { readonly wants: readonly Question[] };

/** How the editor reads an answer, and how comments begin in it. */
export type AnswerLanguage = 'yaml' | 'sql' | 'typescript';

/**
 * One kind of activity: a folder here and one in components/activities, a line each in the two registries.
 * `Config` is JSON: made at build time from the instructor's files, shipped to the page, given back at each call.
 */
export interface ActivityKind<Config> {
  readonly name: string;
  /** The endings of answer files: start, solution, accept and wrong. Each may have any of them. */
  readonly extensions: readonly [string, ...string[]];
  readonly language: AnswerLanguage;
  /** The ways into its exercises that have a meaning. Left out: all of them, and none where answers are YAML. */
  readonly fades?: readonly Fade[];
  /** What its answers may need to be judged: whoever shows interest in one has it made ready. */
  readonly asks: readonly Question['ask'][];
  /** Names of further files that an activity may hold, such as `fixtures.sql`. */
  readonly files: readonly string[];
  /** An activity may hold further scenarios, as `scenario.NAME.yaml`. */
  readonly scenarios?: true;
  /** The key of activity.yaml whose items are the checks; `checks` if this is left out. */
  readonly checksUnder?: string;
  /** The kind's own keys of activity.yaml, as the `properties` of a JSON Schema. */
  readonly keys: JsonSchema;
  /** JSON Schema of an answer, for the editor's completion, hover and marks; null where answers are no YAML. */
  readonly answerSchema: (config: Config) => JsonSchema | null;
  /** What TypeScript is to know of the names that an answer may use, for the editor; left out where answers are no code. */
  readonly declarations?: (config: Config) => string;
  readonly compile: (source: ActivitySource) => Result<Config>;
  readonly read: (config: Config, answer: string) => Reading;
  /** Pure: activity, answer and all that was found so far in, the whole verdict out, or further questions. */
  readonly grade: (config: Config, reading: Reading, findings: readonly Finding[]) => Grading;
}
