/** All files of a course: path below the course's folder → text. An image's text is its `data:` address. */
export type CourseFiles = ReadonlyMap<string, string>;

export interface Folder {
  /** Below the course; empty for the course itself. */
  readonly path: string;
  readonly name: string;
  /** By name, in the order of names. */
  readonly files: ReadonlyMap<string, string>;
  readonly folders: ReadonlyMap<string, Folder>;
}

interface GrowingFolder extends Folder {
  readonly files: Map<string, string>;
  readonly folders: Map<string, GrowingFolder>;
}

const emptyFolder = (path: string, name: string): GrowingFolder => ({
  path,
  name,
  files: new Map(),
  folders: new Map(),
});

/** Paths made into folders, once, so that nothing after it searches. */
export function growFolders(files: CourseFiles): Folder {
  const root = emptyFolder('', '');
  for (const path of [...files.keys()].sort()) {
    const names = path.split('/');
    const name = names.pop() ?? '';
    let folder = root;
    for (const step of names) {
      const child = folder.folders.get(step) ?? emptyFolder(pathOf(folder, step), step);
      folder.folders.set(step, child);
      folder = child;
    }
    folder.files.set(name, files.get(path) ?? '');
  }
  return root;
}

export const pathOf = (folder: Folder, name: string): string =>
  folder.path === '' ? name : `${folder.path}/${name}`;

/** The paths of all files in a folder and below it, seen from it. */
export const pathsIn = (folder: Folder): readonly string[] => [
  ...folder.files.keys(),
  ...[...folder.folders.values()].flatMap((child) => pathsIn(child).map((path) => `${child.name}/${path}`)),
];

/** The text of a file by its path from the folder; null when there is none, or the path leads out of it. */
export function textAt(folder: Folder, path: string): string | null {
  const names = path.replace(/^\.\//, '').split('/');
  const name = names.pop() ?? '';
  let at: Folder | undefined = folder;
  for (const step of names) at = at?.folders.get(step);
  return at?.files.get(name) ?? null;
}

const imageTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The media type of an image by its file's ending; null for what is no image. */
export const imageTypeOf = (path: string): string | null =>
  imageTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? null;

/** The number in front of a folder's name: 4 in `04-reliable-publication`; null when it is not named so. */
export function numberOf(folder: Folder): number | null {
  const match = /^(\d{2,})-[a-z0-9]+(-[a-z0-9]+)*$/.exec(folder.name);
  return match === null ? null : Number(match[1]);
}
