/** A file in an archive. */
export interface Entry {
  readonly path: string;
  readonly content: Buffer;
}

const BLOCK = 512;
const REGULAR = new Set(['0', '\0']);

/**
 * The regular files of a tar archive (ustar), enough for the archives inside a package whose content is pinned:
 * links and long names are not read.
 */
export function* filesOf(archive: Buffer): Generator<Entry> {
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const size = Number.parseInt(text(header, 124, 12), 8);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length !== size) throw new Error('The archive ends in the middle of a file.');
    if (REGULAR.has(header.toString('latin1', 156, 157))) yield { path: pathOf(header), content };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function pathOf(header: Buffer): string {
  const prefix = text(header, 345, 155);
  const name = text(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** A field, up to its first zero. */
const text = (header: Buffer, start: number, length: number): string =>
  header.toString('utf8', start, start + length).replace(/\0.*$/s, '');
