// The editor's own background work, such as the difference between two texts.
import 'monaco-editor/editor/editor.worker.js';
