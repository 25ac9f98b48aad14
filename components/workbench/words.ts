import type { PartWords } from './results';

/** One kind of activity's words for the workbench. */
export interface WorkbenchWords {
  readonly answerTab: string;
  readonly watchTab: string;
  /** Why the second tab does not open yet. */
  readonly watchLocked: string;
  /** What a screen reader calls the editor. */
  readonly editor: string;
  /** Over what the answer becomes; what stands there before anything was read, and while it becomes nothing. */
  readonly becomes: string;
  readonly becomesUnread: string;
  readonly becomesInstead: string;
  readonly parts: PartWords;
  /** What the learner has done when every check passed. */
  readonly passed: string;
}
