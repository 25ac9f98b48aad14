// Which editor the learner prefers, remembered for every lesson.
import { createStore } from 'zustand/vanilla';
import { onItemChanged, readItem, writeItem } from './storage';

const KEY = 'alo.editor';

/** `plain` is the editor that works at once; `full` takes over from it at the first sign of interest. */
export const editorChoice = createStore<{ readonly editor: 'plain' | 'full' }>(() => ({ editor: 'full' }));

/** Reads the remembered choice and follows the other tabs. Call in the browser; returns what ends it. */
export function loadEditorChoice(): () => void {
  adopt(readItem(KEY));
  return onItemChanged(KEY, adopt);
}

export function chooseEditor(editor: 'plain' | 'full'): void {
  writeItem(KEY, editor === 'plain' ? 'plain' : null);
  adopt(editor);
}

function adopt(saved: string | null): void {
  editorChoice.setState({ editor: saved === 'plain' ? 'plain' : 'full' });
}
