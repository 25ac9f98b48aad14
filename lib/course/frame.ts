import type { Place } from '@/lib/shared/place';
import type { Problem } from '@/lib/shared/problem';

const context = 2;
const longest = 100;

/**
 * The lines around a place, numbered, with a caret under its stretch:
 *
 *     1 | ---
 *   > 2 | idd: outbox
 *       | ^^^
 *     3 | title: The outbox
 */
export function frame(text: string, place: Place): string {
  const lines = text.split(/\r\n?|\n/);
  const first = Math.max(1, place.line - context);
  const last = Math.min(lines.length, place.line + context);
  const width = String(last).length;
  // Prose has long lines: all are cut alike, so that the caret stays under what it means.
  const from = Math.max(0, place.column - 1 - longest / 2);
  const shown: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const line = lines[number - 1] ?? '';
    const mark = number === place.line ? '>' : ' ';
    shown.push(`${mark} ${String(number).padStart(width)} | ${cut(line, from)}`.trimEnd());
    if (number !== place.line) continue;
    shown.push(`  ${' '.repeat(width)} | ${cut(carets(line, place), from)}`);
  }
  return shown.join('\n');
}

const cut = (line: string, from: number): string => line.slice(from, from + longest);

function carets(line: string, place: Place): string {
  const end = place.endLine === place.line ? place.endColumn : line.length + 1;
  // A tab stays a tab, so that the caret stands under what it means however wide tabs are drawn.
  const before = line.slice(0, place.column - 1).replace(/[^\t]/g, ' ');
  return before + '^'.repeat(Math.max(1, Math.min(end, line.length + 1) - place.column));
}

/** `file:line:column code message`, the frame when the text is known, and the hint; no place for what came from no file. `prefix` leads to the file. */
export function format(problem: Problem, text: string | null, prefix = ''): string {
  const { file, place, code, message, hint } = problem;
  const where = file === null ? '' : `${prefix}${file}:${place?.line ?? 1}:${place?.column ?? 1} `;
  const lines = [`${where}${code} ${message}`];
  if (text !== null && place !== null) lines.push(frame(text, place));
  if (hint !== null) lines.push(`  ${hint}`);
  return lines.join('\n');
}
