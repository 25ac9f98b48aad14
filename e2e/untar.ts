const BLOCK = 512;
const REGULAR = '0';

/**
 * The regular files of a tar archive (ustar), with their paths: enough for the archives inside a package whose
 * content is pinned. Links and names of over a hundred characters are not read.
 */
export function* untar(
  archive: Uint8Array,
): Generator<{ readonly path: string; readonly content: Uint8Array }> {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(field(archive, at + 124, 12), 8);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length !== size) throw new Error('The archive ends in the middle of a file.');
    if (field(archive, at + 156, 1) === REGULAR) yield { path: field(archive, at, 100), content };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** The text of a field, which ends at its first zero or where the next begins. */
const field = (archive: Uint8Array, start: number, length: number): string =>
  new TextDecoder().decode(archive.subarray(start, start + length)).replace(/\0.*$/s, '');
