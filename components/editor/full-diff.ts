// The difference between two texts, in the full editor's own view. Nothing in it can be edited.
import type { DiffTexts, DiffTitles } from './diff-view';
import { editorSettings } from './full-settings';
import { createText, monacoReady } from './monaco-setup';

/** Shows it in an element that has its size; returns what ends it. */
export function showFullDiff(
  host: HTMLElement,
  { written, solution, language }: DiffTexts,
  titles: DiffTitles,
): () => void {
  const monaco = monacoReady();
  const original = createText(written, language);
  const modified = createText(solution, language);
  const editor = monaco.editor.createDiffEditor(host, {
    ...editorSettings(host),
    readOnly: true,
    domReadOnly: true,
    originalEditable: false,
    renderOverviewRuler: false,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    enableSplitViewResizing: false,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 1100,
    tabFocusMode: true,
  });
  // Its own options for these names are lost when it is made.
  editor.getOriginalEditor().updateOptions({ ariaLabel: titles.written });
  editor.getModifiedEditor().updateOptions({ ariaLabel: titles.solution });
  editor.setModel({ original, modified });
  return () => {
    editor.dispose();
    original.dispose();
    modified.dispose();
  };
}
