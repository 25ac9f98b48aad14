// What the browser keeps of one activity: the draft, what can be looked back at, and the answer that passed.
import { type AnswerHistory, historyFrom, historyFromReplaced } from './history';
import { onItemChanged, readItem, writeItem } from './storage';

interface Kept {
  readonly draft: string | null;
  /** Which version of the activity the draft was begun in; null where that is not known. */
  readonly version: string | null;
  readonly history: AnswerHistory;
  readonly passedText: string | null;
}

export interface AnswerKeep {
  readonly read: () => Kept;
  /** Null when there is nothing to remember: the text is what the activity starts with. */
  readonly saveDraft: (text: string | null) => void;
  readonly saveVersion: (version: string | null) => void;
  readonly saveHistory: (history: AnswerHistory) => void;
  readonly savePassed: (text: string) => void;
  /** Calls back when another tab changes them; returns what ends it. */
  readonly onOtherTab: (changed: {
    readonly draft: (text: string | null) => void;
    readonly history: (history: AnswerHistory) => void;
    readonly passedText: (text: string | null) => void;
  }) => () => void;
}

/** Keeps them in the browser's storage, which may be blocked or full: then nothing is kept, and nothing breaks. */
export function browserKeep(activityKey: string): AnswerKeep {
  const keyOf = (what: string) => `alo.${what}.${activityKey}`;
  const [draft, version, history, passed] = [
    keyOf('draft'),
    keyOf('version'),
    keyOf('history'),
    keyOf('passed'),
  ];
  /** As earlier versions of the page kept what was taken away; written no more. */
  const replaced = keyOf('replaced');
  return {
    read: () => ({
      draft: readItem(draft),
      version: readItem(version),
      history: readHistory(history, replaced),
      passedText: readItem(passed),
    }),
    saveDraft: (text) => void writeItem(draft, text),
    saveVersion: (name) => void writeItem(version, name),
    saveHistory: (all) => void writeItem(history, JSON.stringify(all)),
    savePassed: (text) => void writeItem(passed, text),
    onOtherTab: (changed) => {
      const ends = [
        onItemChanged(draft, changed.draft),
        onItemChanged(history, (text) => changed.history(historyFrom(text))),
        onItemChanged(passed, changed.passedText),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

/** Once there is a list of today's form, the earlier one has gone into it. */
function readHistory(history: string, replaced: string): AnswerHistory {
  const saved = readItem(history);
  return saved === null ? historyFromReplaced(readItem(replaced)) : historyFrom(saved);
}

/** The one line ending that editors, readers and drafts share. */
export const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n');
