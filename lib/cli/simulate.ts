// npm run -s simulate -- [--steps N] FILE: what happens in a scenario, a line of JSON a step.
import { judgeRetries } from '@/lib/sim/look/judge-retries';
import { MOST_STEPS, run, type Trace } from '@/lib/sim/trace';
import { complain, endWithReader, print } from './output';
import { readScenarioArgument } from './scenario-argument';
import { stepLine } from './step-line';

const EXIT = { done: 0, unusable: 2 } as const;

/** Steps of a run that is not told otherwise. */
const USUAL_STEPS = 1_000_000;

/** Steps of a run whose retries are judged. */
const MOST_JUDGED = 200_000;

/** Lines that are printed at once: the text of a long run is never held as a whole. */
const LINES = 500;

interface Order {
  readonly file: string;
  readonly steps: number;
}

/** What is asked for, or one sentence that says why that is unclear. */
function read(args: readonly string[]): Order | string {
  const files: string[] = [];
  let steps = USUAL_STEPS;
  const rest = args.flatMap((arg) => (arg.startsWith('--steps=') ? ['--steps', arg.slice(8)] : [arg]));
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--steps') steps = stepsOf(rest.shift());
    else if (/^-./.test(arg)) return `There is no option ${arg}.`;
    else files.push(arg);
  }
  const [file] = files;
  if (Number.isNaN(steps)) return `--steps takes a whole number from 1 to ${MOST_STEPS}.`;
  if (file === undefined) return 'Name a scenario file to simulate, or - for standard input.';
  return files.length === 1 ? { file, steps } : 'Name one scenario file: runs are simulated one at a time.';
}

function stepsOf(text = ''): number {
  const steps = /^\d+$/.test(text) ? Number(text) : 0;
  return steps >= 1 && steps <= MOST_STEPS ? steps : Number.NaN;
}

async function main(args: readonly string[]): Promise<number> {
  const order = read(args);
  if (typeof order === 'string') {
    complain(`${order} Usage: npm run -s simulate -- [--steps N] FILE`);
    return EXIT.unusable;
  }
  const scenario = await readScenarioArgument(order.file);
  if (scenario === null) return EXIT.unusable;
  const trace = run(scenario, [], order.steps);
  // One action may bring several steps: the last of them can be past the limit.
  const length = Math.min(trace.length, order.steps);
  await tell(trace, length);
  if (trace.unfinished || length < trace.length)
    complain(`Stopped after ${length} steps, and the run goes on. Ask for more with --steps N.`);
  tellRetries(trace);
  return EXIT.done;
}

/** I7 is judged in time alone, so here. Of a run that is too long to be held step by step nothing is said. */
function tellRetries(trace: Trace): void {
  if (trace.length > MOST_JUDGED) return;
  const [first, ...others] = judgeRetries(trace);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` So it is at ${others.length} more.`;
  complain(`I7 (bounded retries) is broken at step ${first.place + 1}: ${first.words}${more}`);
}

async function tell(trace: Trace, length: number): Promise<void> {
  for (let from = 0; from < length; from += LINES) {
    let text = '';
    for (let place = from; place < Math.min(from + LINES, length); place += 1)
      text += `${JSON.stringify(stepLine(trace, place))}\n`;
    await print(text);
  }
}

endWithReader();
process.exitCode = await main(process.argv.slice(2));
