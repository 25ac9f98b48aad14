// What the browser keeps of one activity: the draft, what was replaced, and the answer that passed.
import { onItemChanged, readItem, writeItem } from './storage';

const causes = ['reset', 'solution', 'typing', 'bringing-back'] as const;

/** A text that was taken away, and what stood there instead. */
export interface Replaced {
  readonly by: (typeof causes)[number];
  readonly before: string;
  readonly after: string;
}

interface Kept {
  readonly draft: string | null;
  readonly replaced: readonly Replaced[];
  readonly passedText: string | null;
}

export interface AnswerKeep {
  readonly read: () => Kept;
  /** Null when there is nothing to remember: the text is what the activity starts with. */
  readonly saveDraft: (text: string | null) => void;
  readonly saveReplaced: (replaced: readonly Replaced[]) => void;
  readonly savePassed: (text: string) => void;
  /** Calls back when another tab changes them; returns what ends it. */
  readonly onOtherTab: (changed: {
    readonly draft: (text: string | null) => void;
    readonly passedText: (text: string | null) => void;
  }) => () => void;
}

/** Keeps them in the browser's storage, which may be blocked or full: then nothing is kept, and nothing breaks. */
export function browserKeep(activityKey: string): AnswerKeep {
  const draft = `alo.draft.${activityKey}`;
  const replaced = `alo.replaced.${activityKey}`;
  const passed = `alo.passed.${activityKey}`;
  return {
    read: () => ({
      draft: readItem(draft),
      replaced: replacedFrom(readItem(replaced)),
      passedText: readItem(passed),
    }),
    saveDraft: (text) => void writeItem(draft, text),
    saveReplaced: (all) => void writeItem(replaced, all.length === 0 ? null : JSON.stringify(all)),
    savePassed: (text) => void writeItem(passed, text),
    onOtherTab: (changed) => {
      const endDraft = onItemChanged(draft, changed.draft);
      const endPassed = onItemChanged(passed, changed.passedText);
      return () => {
        endDraft();
        endPassed();
      };
    },
  };
}

/** The one line ending that editors, readers and drafts share. */
export const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Storage may hold anything: only what has the right form is believed. */
function replacedFrom(text: string | null): readonly Replaced[] {
  try {
    const saved: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(saved) ? saved.filter(isReplaced) : [];
  } catch {
    return [];
  }
}

function isReplaced(value: unknown): value is Replaced {
  if (typeof value !== 'object' || value === null) return false;
  const { by, before, after } = value as Partial<Record<keyof Replaced, unknown>>;
  return typeof before === 'string' && typeof after === 'string' && causes.some((cause) => cause === by);
}
