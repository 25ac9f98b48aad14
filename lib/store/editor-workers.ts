// Makes the workers of the full editor; called by it when it has loaded.

/** By the label under which the editor asks: `yaml`, `typescript`, or its own background work. */
export function makeEditorWorker(label: string): Worker {
  if (label === 'yaml') {
    return new Worker(new URL('../workers/yaml.worker.ts', import.meta.url), { type: 'module' });
  }
  if (label === 'typescript') {
    return new Worker(new URL('../workers/typescript.worker.ts', import.meta.url), { type: 'module' });
  }
  return new Worker(new URL('../workers/editor.worker.ts', import.meta.url), { type: 'module' });
}
