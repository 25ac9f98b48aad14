import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type CourseFiles, imageTypeOf } from '@/lib/course/folder';

/** One file as it lies on the disk. */
interface FoundFile {
  /** Below the course, with `/` on every system. */
  readonly path: string;
  /** Changes whenever the file does. */
  readonly stamp: string;
}

/** Every file below a folder but hidden ones, in the order of paths; null when there is no such folder. */
export async function findFiles(folder: string): Promise<readonly FoundFile[] | null> {
  if ((await unlessGone(readdir(folder))) === null) return null;
  const found = await filesBelow(folder, '');
  return found.sort((one, other) => Number(one.path > other.path) - Number(one.path < other.path));
}

async function filesBelow(folder: string, below: string): Promise<FoundFile[]> {
  const names = (await unlessGone(readdir(join(folder, below)))) ?? [];
  const shown = names.filter((name) => !name.startsWith('.'));
  const found = await Promise.all(
    shown.map((name) => filesAt(folder, below === '' ? name : `${below}/${name}`)),
  );
  return found.flat();
}

async function filesAt(folder: string, path: string): Promise<FoundFile[]> {
  const stats = await unlessGone(stat(join(folder, path)));
  if (stats === null) return [];
  if (stats.isDirectory()) return filesBelow(folder, path);
  return [{ path, stamp: `${path} ${stats.mtimeMs} ${stats.size}` }];
}

/** The texts of the files; an image is given as its `data:` address, so that it travels inside the page. */
export async function readFiles(folder: string, files: readonly FoundFile[]): Promise<CourseFiles> {
  const read = files.map(async ({ path }) => [path, await unlessGone(readText(join(folder, path)))] as const);
  const texts = new Map<string, string>();
  for (const [path, text] of await Promise.all(read)) if (text !== null) texts.set(path, text);
  return texts;
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  const image = imageTypeOf(path);
  return image === null ? bytes.toString('utf8') : `data:${image};base64,${bytes.toString('base64')}`;
}

/** An editor may replace a file between the moment it is found and the moment it is read. */
async function unlessGone<Value>(work: Promise<Value>): Promise<Value | null> {
  try {
    return await work;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
