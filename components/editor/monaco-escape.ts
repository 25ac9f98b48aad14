// Tab writes in the full editor; after Escape it leaves, so that nobody who has only a keyboard is caught.
import type * as Monaco from 'monaco-editor/editor';

export function leaveWithEscape(monaco: typeof Monaco, editor: Monaco.editor.IStandaloneCodeEditor): void {
  const setLeaves = (tabFocusMode: boolean) => editor.updateOptions({ tabFocusMode });
  const keeps = new Set([monaco.KeyCode.Tab, monaco.KeyCode.Shift]);
  editor.onKeyDown(({ keyCode }) => {
    if (keyCode === monaco.KeyCode.Escape) setLeaves(true);
    else if (!keeps.has(keyCode)) setLeaves(false);
  });
  editor.onDidBlurEditorWidget(() => setLeaves(false));
}
