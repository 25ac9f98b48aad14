/** A stretch of a text. Lines and columns count from 1; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place of a stretch that is given by its offsets, the end exclusive. */
export type Placer = (start: number, end: number) => Place;

/** Turns offsets into lines and columns; built once a text, then a binary search each. */
export function placer(source: string, firstLine = 1): Placer {
  const starts = [0];
  for (const ending of source.matchAll(/\r\n?|\n/g)) starts.push(ending.index + ending[0].length);
  const lineOf = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return (start, end) => {
    const from = lineOf(start);
    const to = lineOf(end);
    return {
      line: from + firstLine,
      column: start - (starts[from] ?? 0) + 1,
      endLine: to + firstLine,
      endColumn: end - (starts[to] ?? 0) + 1,
    };
  };
}
