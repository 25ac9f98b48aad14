// TypeScript for the editor: completion, hover and diagnostics.
import 'monaco-editor/languages/features/typescript/ts.worker';
