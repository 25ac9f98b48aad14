// The YAML language for the editor: completion, hover and diagnostics from a JSON Schema.
import 'monaco-yaml/yaml.worker';
