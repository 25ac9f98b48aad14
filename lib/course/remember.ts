import { type Folder, pathsIn, textAt } from './folder';
import { type LessonReading, readLesson } from './lesson';
import type { Tools } from './tools';

export type ReadLesson = (folder: Folder, tools: Tools) => LessonReading;

interface Remembered {
  readonly texts: readonly string[];
  readonly reading: LessonReading;
}

/**
 * Reads a lesson anew only when one of its files has changed, so that in a course of a thousand lessons a keystroke
 * costs one. Meant for one set of tools.
 */
export function rememberLessons(): ReadLesson {
  const known = new Map<string, Remembered>();
  return (folder, tools) => {
    const texts = pathsIn(folder).flatMap((path) => [path, textAt(folder, path) ?? '']);
    const last = known.get(folder.path);
    if (last !== undefined && isSame(last.texts, texts)) return last.reading;
    const reading = readLesson(folder, tools);
    known.set(folder.path, { texts, reading });
    return reading;
  };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index]);
