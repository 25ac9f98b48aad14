// What a course is once its text has been compiled: plain JSON, the only thing that pages and gates see.
import type { Root } from 'hast';
import type { Fade } from '@/lib/activities/fade';
import type { AnswerLanguage } from '@/lib/activities/kind';
import type { Json, JsonSchema } from '@/lib/shared/json';

export interface Course {
  readonly title: string;
  readonly summary: string;
  readonly levels: readonly Level[];
}

export interface Level {
  /** From the folder's name: `04-reliable-publication` is level 4. */
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly lessons: readonly Lesson[];
}

export interface Lesson {
  /** Permanent: progress and addresses hang on it. */
  readonly id: string;
  /** From the folder's name, within its level. */
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly concepts: readonly string[];
  /** Ids of lessons. */
  readonly prerequisites: readonly string[];
  /** Safe HTML as a tree. `<activity-place id>` stands where an activity is placed. */
  readonly body: Root;
  readonly headings: readonly Heading[];
  readonly activities: readonly Activity[];
}

export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly depth: 2 | 3;
}

export interface Activity {
  /** The folder's name; unique within the lesson. `LESSON/ACTIVITY` names it everywhere. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** How much of the solution `start` gives. */
  readonly fade: Fade;
  /** What can be offered instead of `start` to whoever wants more help, or less. */
  readonly fades: readonly Fade[];
  /** Another once `start` or a solution is another: what was written before may not fit any more. */
  readonly version: string;
  readonly language: AnswerLanguage;
  /** Its answers are tried in PostgreSQL. */
  readonly asksDatabase: boolean;
  /** What the learner begins with. */
  readonly start: string;
  /** The first is shown by "Show solution". */
  readonly solutions: readonly string[];
  /** For the editor. */
  readonly answerSchema: JsonSchema | null;
  /** For the editor: what TypeScript is to know of the names that an answer may use. */
  readonly declarations?: string;
  /** What the kind made of the instructor's files. */
  readonly config: Json;
  /** The scenario that plays on the stage, as `lib/sim` reads it; null when there is none. */
  readonly scenario: Json | null;
  /** Every check's id; `guard` marks one that no answer can reach. */
  readonly checks: readonly { readonly id: string; readonly guard: boolean }[];
  /** Where the texts above came from, below the course. Only for the gate, as are the answers; pages leave them out. */
  readonly files: { readonly keys: string; readonly start: string; readonly solutions: readonly string[] };
  readonly accept: readonly AnswerFile[];
  readonly wrong: readonly WrongAnswer[];
}

export interface AnswerFile {
  readonly file: string;
  readonly text: string;
}

export interface WrongAnswer extends AnswerFile {
  /** The checks that must fail, and no others. */
  readonly expect: readonly string[];
}
