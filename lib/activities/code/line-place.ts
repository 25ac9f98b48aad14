import type { Place } from '@/lib/shared/place';

/** A line of a text, from its first letter to its last; null for one that it does not have. */
export function lineAt(text: string, line: number | null | undefined): Place | null {
  const words = line ? text.split(/\r\n?|\n/)[line - 1] : undefined;
  if (!line || words === undefined) return null;
  const column = words.length - words.trimStart().length + 1;
  return { line, column, endLine: line, endColumn: Math.max(words.trimEnd().length, column) + 1 };
}
