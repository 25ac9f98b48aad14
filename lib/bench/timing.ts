import { median } from './figures';

/** Milliseconds that something takes. */
export function elapsed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/**
 * The median of what each of several runs comes to, after one run that warms up. They take turns, so that what else
 * the machine does befalls them alike.
 */
export function inTurns(rounds: number, runs: readonly (() => number)[]): readonly number[] {
  for (const run of runs) run();
  const results = runs.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, run] of runs.entries()) results[index]?.push(run());
  return results.map(median);
}
