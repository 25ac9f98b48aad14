// The difference between two texts, in the full editor's own view. Nothing in it can be edited.
import { editorSettings } from './full-settings';
import { monacoReady } from './monaco-setup';

/** Shows it in an element that has its size; returns what ends it. */
export function showFullDiff(host: HTMLElement, written: string, solution: string): () => void {
  const monaco = monacoReady();
  const original = monaco.editor.createModel(written, 'yaml');
  const modified = monaco.editor.createModel(solution, 'yaml');
  const editor = monaco.editor.createDiffEditor(host, {
    ...editorSettings(host),
    readOnly: true,
    domReadOnly: true,
    originalEditable: false,
    originalAriaLabel: 'What you wrote',
    modifiedAriaLabel: 'The solution',
    renderOverviewRuler: false,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    enableSplitViewResizing: false,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 1100,
    tabFocusMode: true,
  });
  editor.setModel({ original, modified });
  return () => {
    editor.dispose();
    original.dispose();
    modified.dispose();
  };
}
