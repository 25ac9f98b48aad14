/** What turns one text into another: the stretch from `from` to `to` becomes `insert`. Offsets count characters from 0. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The smallest single edit between two texts. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** The offset of a line and column that count from 1; past a line's end it is that end. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) return text.length;
    start = next + 1;
  }
  const newline = text.indexOf('\n', start);
  return Math.min(start + column - 1, newline === -1 ? text.length : newline);
}

/** The lines of a text with their numbers, from 1. */
export const numberedLines = (text: string): readonly { readonly number: number; readonly line: string }[] =>
  text.split('\n').map((line, index) => ({ number: index + 1, line }));
