/** A file or, where the content is null, a folder; paths are relative, with `/`. */
export interface TarEntry {
  readonly path: string;
  readonly content: Uint8Array | null;
}

const BLOCK = 512;

/** A tar (ustar) of the entries, in their order. The same entries make the same bytes: no times, no owners. */
export function tar(entries: readonly TarEntry[]): Uint8Array<ArrayBuffer> {
  const blocks = entries.flatMap(({ path, content }) => [
    header(path, content),
    content ?? Buffer.alloc(0),
    Buffer.alloc(padding(content?.length ?? 0)),
  ]);
  return new Uint8Array(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]));
}

function header(path: string, content: Uint8Array | null): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`Too long for a tar: ${path}`);
  const block = Buffer.alloc(BLOCK);
  block.write(path, 0);
  block.write(content === null ? '0000700' : '0000600', 100);
  block.write('0000000', 108);
  block.write('0000000', 116);
  block.write(octal(content?.length ?? 0, 11), 124);
  block.write(octal(0, 11), 136);
  block.write('        ', 148);
  block.write(content === null ? '5' : '0', 156);
  block.write('ustar\x0000', 257);
  const checksum = block.reduce((sum, byte) => sum + byte, 0);
  block.write(`${octal(checksum, 6)}\0 `, 148);
  return block;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

const padding = (length: number): number => (BLOCK - (length % BLOCK)) % BLOCK;
