import { createReadStream } from 'node:fs';
import { MAX_BYTES } from '@/lib/shared/yaml';

/** Reads a file, or standard input for `-`; one byte past the limit is enough to know that it is too large. */
export async function readAnswer(file: string): Promise<string> {
  const stream = file === '-' ? process.stdin : createReadStream(file, { end: MAX_BYTES });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(chunks)
    .subarray(0, MAX_BYTES + 1)
    .toString('utf8');
}

/** Why a file could not be read, in one line. */
export function whyUnreadable(file: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `There is no file ${file}.`;
  if (code === 'EISDIR') return `${file} is a folder, not a file.`;
  if (code === 'EACCES') return `The file ${file} may not be read.`;
  return `The file ${file} could not be read (${code ?? String(error)}).`;
}
