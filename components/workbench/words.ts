import type { PartWords } from './results';

/** One kind of activity's words for the workbench. */
export interface WorkbenchWords {
  readonly answerTab: string;
  /** What plays once the answer has passed; null where nothing does. */
  readonly watch: { readonly tab: string; readonly locked: string } | null;
  /** What a screen reader calls the editor. */
  readonly editor: string;
  /** Over what the answer becomes; what stands there before anything was read, and while it becomes nothing. Null where it becomes nothing else. */
  readonly becomes: { readonly title: string; readonly unread: string; readonly instead: string } | null;
  readonly parts: PartWords;
  /** What the learner has done when every check passed. */
  readonly passed: string;
}
