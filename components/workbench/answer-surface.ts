import type { Verdict } from '@/lib/activities/verdict';
import type { Json } from '@/lib/shared/json';

/** What a kind is given to draw its question and to write the answer with, instead of a text editor. */
export interface AnswerSurfaceProps {
  /** The activity's permanent name within its lesson: for ids of elements. */
  readonly name: string;
  /** The answer, as text: the only thing that is kept, checked and brought back. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What the kind made of the instructor's files; null until it has been fetched. Keep its room meanwhile. */
  readonly config: Json | null;
  /** What the last check found, if it found anything. */
  readonly verdict: Verdict | null;
  /** That was of an earlier text. */
  readonly stale: boolean;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly onCheck: () => void;
}
