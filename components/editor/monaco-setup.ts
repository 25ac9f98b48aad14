// Monaco as this site uses it: only the features a small text needs, YAML with a schema, SQL, our own colours. This file
// and whatever it imports is one chunk, fetched at the first sign of interest.
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/snippet/register';
// Its own register file leaves completion out.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/wordOperations/register';
// TypeScript's own worker is fetched with the first text in it.
import { typescriptDefaults } from 'monaco-editor/languages/features/typescript/register';
import { configureMonacoYaml, type MonacoYaml } from 'monaco-yaml';
import type { AnswerLanguage } from '@/lib/activities/kind';
import type { JsonSchema } from '@/lib/shared/json';
import { makeEditorWorker } from '@/lib/store/editor-workers';
import { followTheme } from './monaco-theme';
import { tokensIn } from './tokens';

export function createText(
  text: string,
  language: AnswerLanguage,
  uri?: monaco.Uri,
): monaco.editor.ITextModel {
  const model = monaco.editor.createModel(text, language, uri);
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  return model;
}

/** A made editor worker, as Monaco expects it: the first message is thrown away, the second is its data. */
interface WorkerOrder {
  readonly label: string;
  readonly createData?: unknown;
}

let yaml: MonacoYaml | null = null;

/** Monaco, set up once. */
export function monacoReady(): typeof monaco {
  if (yaml !== null) return monaco;
  self.MonacoEnvironment = { getWorker: (_module, label) => makeEditorWorker(label) };
  yaml = configureMonacoYaml(withOlderWorkers());
  describeYaml();
  describeSql();
  describeTypescript();
  followTheme(monaco);
  return monaco;
}

/** Completion, hover and diagnostics of one text follow this schema from now on. */
export async function teachSchema(uri: monaco.Uri, schema: JsonSchema | null): Promise<void> {
  const file = uri.toString();
  const schemas = schema === null ? [] : [{ uri: `${file}.schema.json`, fileMatch: [file], schema }];
  await yaml?.update({ schemas, hoverSchemaSource: false, format: { enable: false } });
}

/** Completion, hover and diagnostics of TypeScript know these names from now on, and forget those before. */
export function teachNames(declarations: string | null): void {
  typescriptDefaults.setExtraLibs(
    declarations === null ? [] : [{ content: declarations, filePath: 'inmemory://names/names.d.ts' }],
  );
}

/** monaco-yaml asks for its worker by module and data, as older Monaco did; this one takes the worker itself. */
function withOlderWorkers() {
  const createWebWorker = (order: WorkerOrder) => {
    const worker = makeEditorWorker(order.label);
    worker.postMessage('ignore');
    worker.postMessage(order.createData);
    return monaco.editor.createWebWorker({ worker });
  };
  return { ...monaco, editor: { ...monaco.editor, createWebWorker } };
}

function describeYaml(): void {
  const pairs = ['{}', '[]', '""', "''"].map((pair) => ({ open: pair.charAt(0), close: pair.charAt(1) }));
  monaco.languages.setLanguageConfiguration('yaml', {
    comments: { lineComment: '#' },
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: pairs,
    surroundingPairs: pairs,
    onEnterRules: [
      { beforeText: /:\s*$/, action: { indentAction: monaco.languages.IndentAction.Indent } },
      // After the first key of a list's item, the next one stands below it and not below the dash.
      {
        beforeText: /^\s*- +\w+: +\S/,
        action: { indentAction: monaco.languages.IndentAction.None, appendText: '  ' },
      },
    ],
  });
  colour('yaml');
}

function describeSql(): void {
  monaco.languages.register({ id: 'sql' });
  const pairs = ['()', '[]', "''", '""'].map((pair) => ({ open: pair.charAt(0), close: pair.charAt(1) }));
  monaco.languages.setLanguageConfiguration('sql', {
    comments: { lineComment: '--', blockComment: ['/*', '*/'] },
    brackets: [
      ['(', ')'],
      ['[', ']'],
    ],
    autoClosingPairs: pairs,
    surroundingPairs: pairs,
  });
  colour('sql');
}

function describeTypescript(): void {
  // The language of the sandbox: no page, no timers. What is left without a type is the learner's own choice.
  typescriptDefaults.setCompilerOptions({
    allowNonTsExtensions: true,
    lib: ['es2023'],
    moduleDetection: 3,
    noImplicitAny: false,
    strict: true,
    target: 99,
  });
  monaco.languages.register({ id: 'typescript' });
  const pairs = ['{}', '()', '[]', "''", '""', '``'].map((pair) => ({
    open: pair.charAt(0),
    close: pair.charAt(1),
  }));
  monaco.languages.setLanguageConfiguration('typescript', {
    comments: { lineComment: '//', blockComment: ['/*', '*/'] },
    brackets: [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
    ],
    autoClosingPairs: pairs,
    surroundingPairs: pairs,
  });
  colour('typescript');
}

/** The very colours of the plain editor. */
function colour(language: AnswerLanguage): void {
  const state: monaco.languages.IState = { clone: () => state, equals: () => true };
  monaco.languages.setTokensProvider(language, {
    getInitialState: () => state,
    tokenize: (line) => ({ tokens: scopesOf(language, line), endState: state }),
  });
}

function scopesOf(language: AnswerLanguage, line: string): monaco.languages.IToken[] {
  let startIndex = 0;
  return tokensIn(language, line).map(({ kind, text }) => {
    const token = { startIndex, scopes: kind };
    startIndex += text.length;
    return token;
  });
}
