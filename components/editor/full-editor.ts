// The full editor, over the plain one: what the page may do with it, and how it takes over and gives back.
import type * as Monaco from 'monaco-editor/editor';
import type { AnswerLanguage } from '@/lib/activities/kind';
import type { JsonSchema } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import { editorSettings } from './full-settings';
import type { Handover } from './handover';
import type { Mark } from './mark';
import { leaveWithEscape } from './monaco-escape';
import { createText, monacoReady, teachNames, teachSchema } from './monaco-setup';
import type { PlainHistory, Snapshot } from './plain-history';
import { editBetween } from './text-edit';

export interface FullEditorOptions {
  readonly label: string;
  /** Names the text among others; also the file that the schema is taught for. */
  readonly name: string;
  readonly language: AnswerLanguage;
  readonly onText: (text: string) => void;
  readonly onCheck: () => void;
  readonly onFocus: (focused: boolean) => void;
}

export interface FullEditor {
  /** Takes text, undo, selection and scroll; focus is given once it is on show. */
  readonly takeOver: (history: PlainHistory, from: Handover) => void;
  readonly focus: () => void;
  readonly giveBack: () => Handover;
  readonly text: () => string;
  readonly setText: (text: string) => void;
  readonly setMarks: (marks: readonly Mark[]) => void;
  readonly setSchema: (schema: JsonSchema | null) => void;
  readonly setDeclarations: (declarations: string | null) => void;
  readonly show: (place: Place) => void;
  readonly dispose: () => void;
}

/** TypeScript goes by the ending of a file. */
const ENDINGS: { readonly [Language in AnswerLanguage]: string } = {
  yaml: 'yaml',
  sql: 'sql',
  typescript: 'ts',
};

const LF: Monaco.editor.EndOfLinePreference.LF = 1;

/** Makes the editor in an element that has its size already; nobody sees it before `takeOver`. */
export function makeFullEditor(host: HTMLElement, options: FullEditorOptions): FullEditor {
  const monaco = monacoReady();
  const uri = monaco.Uri.parse(`inmemory://answer/${options.name}.${ENDINGS[options.language]}`);
  const model = createText('', options.language, uri);
  const editor = monaco.editor.create(host, {
    ...editorSettings(host),
    model,
    ariaLabel: options.label,
  });
  const decorations = editor.createDecorationsCollection();
  let quiet = true;
  model.onDidChangeContent(() => {
    if (!quiet) options.onText(model.getValue(LF));
  });
  editor.onDidFocusEditorText(() => options.onFocus(true));
  editor.onDidBlurEditorText(() => options.onFocus(false));
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, options.onCheck);
  leaveWithEscape(monaco, editor);

  const quietly = (change: () => void) => {
    quiet = true;
    change();
    quiet = false;
  };
  return {
    takeOver: (history, from) => quietly(() => resume(monaco, editor, model, history, from)),
    focus: () => editor.focus(),
    giveBack: () => handoverOf(editor, model),
    text: () => model.getValue(LF),
    setText: (text) => quietly(() => replaceAll(editor, model, text)),
    setMarks: (marks) => {
      monaco.editor.setModelMarkers(
        model,
        'check',
        marks.map((mark) => markerOf(monaco, mark)),
      );
      decorations.set(marks.filter(({ severity }) => severity === 'error').map(lineOf));
    },
    setSchema: (schema) => void teachSchema(uri, schema),
    setDeclarations: (declarations) => teachNames(declarations),
    show: (place) => {
      editor.setSelection(rangeOf(place));
      editor.revealLineInCenterIfOutsideViewport(place.line);
      editor.focus();
    },
    dispose: () => {
      editor.dispose();
      model.dispose();
    },
  };
}

/** Repeats in the model what was done in the plain editor, so that undo goes on where it was. */
function resume(
  monaco: typeof Monaco,
  editor: Monaco.editor.IStandaloneCodeEditor,
  model: Monaco.editor.ITextModel,
  history: PlainHistory,
  from: Handover,
): void {
  const [first = from, ...later] = history;
  const at = (offset: number) => model.getPositionAt(offset);
  const selected = ({ selectionStart, selectionEnd }: Snapshot) =>
    monaco.Selection.fromPositions(at(selectionStart), at(selectionEnd));
  model.setValue(first.text);
  let before: Snapshot = first;
  for (const after of [...later, from]) {
    const { from: start, to, insert } = editBetween(before.text, after.text);
    if (before.text === after.text) continue;
    const range = monaco.Range.fromPositions(at(start), at(to));
    model.pushStackElement();
    model.pushEditOperations([selected(before)], [{ range, text: insert }], () => [selected(after)]);
    before = after;
  }
  model.pushStackElement();
  editor.setSelection(selected(from));
  editor.setScrollPosition({ scrollTop: from.scrollTop, scrollLeft: from.scrollLeft }, 1);
}

function handoverOf(editor: Monaco.editor.IStandaloneCodeEditor, model: Monaco.editor.ITextModel): Handover {
  const selection = editor.getSelection();
  const offset = (position: Monaco.IPosition | undefined) => (position ? model.getOffsetAt(position) : 0);
  return {
    text: model.getValue(LF),
    selectionStart: offset(selection?.getStartPosition()),
    selectionEnd: offset(selection?.getEndPosition()),
    scrollTop: editor.getScrollTop(),
    scrollLeft: editor.getScrollLeft(),
    focused: editor.hasTextFocus(),
  };
}

function replaceAll(
  editor: Monaco.editor.IStandaloneCodeEditor,
  model: Monaco.editor.ITextModel,
  text: string,
): void {
  editor.pushUndoStop();
  editor.executeEdits('page', [{ range: model.getFullModelRange(), text, forceMoveMarkers: true }]);
  editor.pushUndoStop();
  editor.setPosition({ lineNumber: 1, column: 1 });
  editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 });
}

const rangeOf = ({ line, column, endLine, endColumn }: Place): Monaco.IRange => ({
  startLineNumber: line,
  startColumn: column,
  endLineNumber: endLine,
  endColumn,
});

const markerOf = (monaco: typeof Monaco, { place, message, severity }: Mark): Monaco.editor.IMarkerData => ({
  ...rangeOf(place),
  message,
  severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Info,
});

const lineOf = ({ place }: Mark): Monaco.editor.IModelDeltaDecoration => ({
  range: { ...rangeOf(place), endLineNumber: place.line },
  options: { isWholeLine: true, className: 'marked-line', marginClassName: 'marked-line' },
});
