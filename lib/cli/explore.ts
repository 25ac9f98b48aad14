// npm run -s explore -- [--json] FILE…: whether a scenario keeps its promises, whatever the order of things.
import { type Exploration, explore } from '@/lib/sim/explore/explore';
import { type ExploredFile, jsonLine, report } from './explore-report';
import { complain, endWithReader, print } from './output';
import { readScenarioArgument } from './scenario-argument';

const EXIT = { holds: 0, broken: 1, unusable: 2, sampled: 3 } as const;

/** Of several files, the worst counts. */
const WORST = [EXIT.unusable, EXIT.broken, EXIT.sampled, EXIT.holds];

const worse = (one: number, other: number): number =>
  WORST.find((code) => code === one || code === other) ?? 0;

async function main(args: readonly string[]): Promise<number> {
  const files = args.filter((argument) => argument !== '--json');
  const option = files.find((argument) => /^-./.test(argument));
  if (option !== undefined) return unusable(`There is no option ${option}.`);
  if (files.length === 0)
    return unusable('Name at least one scenario file to explore, or - for standard input.');
  const format = args.includes('--json') ? jsonLine : report;
  let code: number = EXIT.holds;
  for (const file of files) {
    code = worse(code, await exploreFile(file, format));
    // A reader that leaves early ends the command with what is known by then.
    process.exitCode = code;
  }
  return code;
}

function unusable(sentence: string): number {
  complain(`${sentence} Usage: npm run -s explore -- [--json] FILE…`);
  return EXIT.unusable;
}

async function exploreFile(file: string, format: (explored: ExploredFile) => string): Promise<number> {
  const scenario = await readScenarioArgument(file);
  if (scenario === null) return EXIT.unusable;
  const start = performance.now();
  const exploration: Exploration = explore(scenario);
  const ms = performance.now() - start;
  await print(`${format({ file, scenario, exploration, ms })}\n`);
  return EXIT[exploration.verdict];
}

endWithReader();
process.exitCode = await main(process.argv.slice(2));
