import type * as Monaco from 'monaco-editor/editor';

/** Sizes come from the stylesheet that also sets the plain editor, so that nothing jumps. */
export function editorSettings(host: HTMLElement): Monaco.editor.IStandaloneEditorConstructionOptions {
  const style = getComputedStyle(host);
  const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name));
  const top = pixels('--editor-top');
  return {
    fontFamily: style.fontFamily,
    fontSize: pixels('--editor-size'),
    lineHeight: pixels('--editor-line'),
    padding: { top, bottom: top },
    lineNumbersMinChars: 5,
    lineDecorationsWidth: pixels('--editor-gap'),
    minimap: { enabled: false },
    folding: false,
    glyphMargin: false,
    renderLineHighlight: 'none',
    renderFinalNewline: 'on',
    detectIndentation: false,
    guides: { indentation: false },
    selectionHighlight: false,
    occurrencesHighlight: 'off',
    renderWhitespace: 'none',
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    scrollBeyondLastLine: false,
    fixedOverflowWidgets: true,
    automaticLayout: true,
    editContext: false,
    fontLigatures: false,
    quickSuggestions: { other: true, comments: false, strings: true },
    wordBasedSuggestions: 'off',
    unicodeHighlight: { ambiguousCharacters: false },
    stickyScroll: { enabled: false },
    scrollbar: {
      useShadows: false,
      verticalScrollbarSize: 10,
      horizontalScrollbarSize: 10,
      alwaysConsumeMouseWheel: false,
    },
  };
}
