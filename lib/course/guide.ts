// The examples of the guide for authors, as files: they are tested as a course, and new activities begin as copies of them.
import type { CourseFiles } from './folder';

/** Every fence whose first line names a file after its language, by that name. */
export const examplesIn = (guide: string): CourseFiles =>
  new Map(
    [...guide.matchAll(/^(`{3,})\w+ (\S+\.\w+)\n([\s\S]*?)^\1$/gm)].map(({ 2: path = '', 3: text = '' }) => [
      path,
      text,
    ]),
  );

/** The folder of the first example of a kind, below the guide's course; null when the guide has none. */
export function exampleOf(kind: string, examples: CourseFiles): string | null {
  const keys = [...examples].find(
    ([path, text]) => path.endsWith('/activity.yaml') && new RegExp(`^kind: ${kind}\\b`, 'm').test(text),
  );
  return keys === undefined ? null : keys[0].slice(0, -'/activity.yaml'.length);
}
