// What was done in the plain editor, so that undo goes on when the full one takes over.
import { editBetween, type TextEdit } from './text-edit';

export interface Snapshot {
  readonly text: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
}

/** Oldest first. Between each snapshot and the next lies one undo. */
export type PlainHistory = readonly Snapshot[];

const LONGEST = 500;

/** Adds what the text became; a word typed in one go stays one undo. */
export function remember(history: PlainHistory, now: Snapshot): PlainHistory {
  const last = history.at(-1);
  if (last === undefined) return [now];
  if (last.text === now.text) return [...history.slice(0, -1), now];
  const before = history.at(-2);
  const goesOn =
    before !== undefined && continues(editBetween(before.text, last.text), editBetween(last.text, now.text));
  return [...(goesOn ? history.slice(0, -1) : history), now].slice(-LONGEST);
}

/** The browser's own undo: what led here is forgotten, if we know the text; otherwise it is one more change. */
export function stepBack(history: PlainHistory, now: Snapshot): PlainHistory {
  const found = history.findLastIndex(({ text }) => text === now.text);
  return found === -1 ? remember(history, now) : history.slice(0, found + 1);
}

function continues(typed: TextEdit, next: TextEdit): boolean {
  const onlyInserts = typed.from === typed.to && next.from === next.to;
  const follows = next.from === typed.from + typed.insert.length;
  return (
    onlyInserts && follows && next.insert.length === 1 && /\S$/.test(typed.insert) && /\S/.test(next.insert)
  );
}
