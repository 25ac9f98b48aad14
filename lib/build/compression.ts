// A `.br` and a `.gz` beside every file that gains by it, for the hosts that serve what stands there. Brotli at its
// best takes a second for each half megabyte and saves an eighth of what a learner waits for, so it is done once:
// what was compressed before is kept, by content, outside the export.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const gains = new Set(['.css', '.data', '.html', '.js', '.json', '.svg', '.txt', '.wasm', '.xml']);

type Encode = (content: Buffer) => Promise<Buffer>;

const encodings: Readonly<Record<string, Encode>> = {
  '.br': (content) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      },
    }),
  '.gz': (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
};

/** Compresses the files that gain by it, as many at once as there are cores; `kept` is the folder for next time. */
export async function compress(files: readonly string[], kept: string): Promise<void> {
  await mkdir(kept, { recursive: true });
  const waiting = files.filter((file) => gains.has(extname(file)));
  const used = new Set<string>();
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      for (const name of await compressFile(file, kept)) used.add(name);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const unused = (await readdir(kept)).filter((name) => !used.has(name));
  await Promise.all(unused.map((name) => rm(join(kept, name), { force: true })));
}

/** The names under which the results are kept. */
async function compressFile(file: string, kept: string): Promise<string[]> {
  const content = await readFile(file);
  const digest = createHash('sha256').update(content).digest('hex');
  const names: string[] = [];
  for (const [ending, encode] of Object.entries(encodings)) {
    const name = digest + ending;
    const encoded = await once(join(kept, name), () => encode(content));
    if (encoded.length < content.length) await writeFile(file + ending, encoded);
    names.push(name);
  }
  return names;
}

/** The file's content, made first where there is none; whole or not there, whatever interrupts. */
async function once(file: string, make: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    const made = await make();
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, made);
    await rename(draft, file);
    return made;
  }
}
