import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file as a build sees it: where it stands and what it holds. */
export interface Input {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** One hash over everything that went in: equal when, and only when, all paths and contents are equal. */
export function stampOf(inputs: Iterable<Input>): string {
  const hash = createHash('sha256');
  for (const { path, content } of inputs) {
    hash.update(`${path}\n${Buffer.byteLength(content)}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Every file below a folder or the file itself, in a fixed order; nothing where nothing stands. */
export function* filesAt(path: string, leftOut: (path: string) => boolean): Generator<Input> {
  for (const file of pathsAt(path)) {
    if (!leftOut(file)) yield { path: file, content: readFileSync(file) };
  }
}

function pathsAt(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOTDIR') return [path];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
