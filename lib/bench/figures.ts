/** Names such as `page.lcpMs`, and what was measured. */
export type Figures = Readonly<Record<string, number>>;

/** The same, several times, one after the other. */
export async function repeated<Value>(times: number, run: () => Promise<Value>): Promise<Value[]> {
  const results: Value[] = [];
  for (let done = 0; done < times; done += 1) results.push(await run());
  return results;
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (at(sorted, Math.ceil(middle) - 1) + at(sorted, Math.floor(middle))) / 2;
}

/** The least value that 95 of 100 do not exceed. */
export const percentile95 = (values: readonly number[]): number =>
  at(
    values.toSorted((a, b) => a - b),
    Math.ceil(values.length * 0.95) - 1,
  );

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

/** The median of each figure over several runs that all have it. */
export function medians(runs: readonly Figures[]): Figures {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name] ?? Number.NaN))]));
}

/** The figures under other names. */
export const renamed = (figures: Figures, name: (old: string) => string): Figures =>
  Object.fromEntries(Object.entries(figures).map(([old, value]) => [name(old), value]));

/** The figures to a thousandth. */
export const exact = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1000) / 1000]));

/** Short enough to read, exact enough to compare. */
export const rounded = (value: number): number => Number(value.toPrecision(value < 1000 ? 3 : 4));

/** One line a figure, with the bare page's beside it where there is one. */
export function table(figures: Figures): string {
  const names = Object.keys(figures).filter((name) => !name.startsWith(BARE));
  const width = Math.max(0, ...names.map((name) => name.length));
  return names
    .map((name) => {
      const bare = name.startsWith('page.') ? figures[name.replace('page.', BARE)] : undefined;
      const value = String(rounded(figures[name] ?? Number.NaN)).padStart(8);
      return `${name.padEnd(width)} ${value}${bare === undefined ? '' : `   bare page ${rounded(bare)}`}`;
    })
    .join('\n');
}

/** Before the names of what was measured on the page without anything around its text. */
export const BARE = 'page.bare.';
