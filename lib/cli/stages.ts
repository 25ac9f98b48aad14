// What stands between a change and its being right, one stage after the other. A stage is a command; its output is
// shown, whole, only when it fails. The last line counts tests: each unit and browser test, and each other stage as one.

import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { browserTally, stageTally, sum, type Tally, unitTally } from './tally';

export interface Stage {
  readonly name: string;
  readonly command: string;
  /** Environment variables. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where the command writes how many tests it ran. */
  readonly report?: { readonly file: string; readonly tally: (text: string) => Tally };
  /** A stage that makes what this one needs. */
  readonly needs?: string;
}

const stage = (name: string, command: string): Stage => ({ name, command });

const unitReport = '.cache/reports/unit.json';
const browserReport = '.cache/reports/browser.json';

const unit: Stage = {
  ...stage('unit', `vitest run --reporter=default --reporter=json --outputFile.json=${unitReport}`),
  report: { file: unitReport, tally: (text) => unitTally(JSON.parse(text)) },
};

const browser: Stage = {
  ...stage('browser', 'playwright test --reporter=list,json'),
  report: { file: browserReport, tally: (text) => browserTally(JSON.parse(text)) },
  needs: 'build',
};

/** What needs neither a build nor a browser: some three minutes, most of them the unit tests. */
export const quickStages: readonly Stage[] = [
  stage('lint', 'biome check --error-on-warnings'),
  // Next writes the declarations of its own that the compiler needs.
  stage('types', 'next typegen && tsc --noEmit'),
  stage('unused', 'knip'),
  unit,
  stage('lessons', 'node lib/cli/run.cjs lint'),
];

export const allStages: readonly Stage[] = [
  ...quickStages,
  // The whole site below a path, as some hosts have it; first, so that what is left standing is the site at its root.
  { ...stage('subpath', 'playwright test smoke --reporter=list'), settings: { BASE_PATH: '/some/where' } },
  stage('build', 'node lib/cli/run.cjs build'),
  browser,
];

type Say = (line: string) => void;

const sayAloud: Say = (line) => process.stdout.write(`${line}\n`);

/** Runs each stage, whatever became of those before it, and says how it ended; true when nothing failed. */
export async function runStages(stages: readonly Stage[], say: Say = sayAloud): Promise<boolean> {
  const tallies: Tally[] = [];
  const failed = new Set<string>();
  for (const each of stages) {
    const tally = each.needs !== undefined && failed.has(each.needs) ? skip(each, say) : await run(each, say);
    if (tally.failed > 0) failed.add(each.name);
    tallies.push(tally);
  }
  const total = sum(tallies);
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0;
}

function skip({ name, needs }: Stage, say: Say): Tally {
  say(`✗ ${name} did not run, because ${needs} failed`);
  return stageTally(false, null);
}

async function run({ name, command, settings, report }: Stage, say: Say): Promise<Tally> {
  if (report) rmSync(report.file, { force: true });
  const start = performance.now();
  const { code, output } = await outputOf(command, settings);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const tally = stageTally(code === 0, report ? readReport(report) : null);
  if (tally.failed > 0 && output !== '') say(output.trimEnd());
  say(
    `${tally.failed > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${seconds.padStart(6)} s${report ? `  ${words(tally)}` : ''}`,
  );
  return tally;
}

const words = ({ passed, failed }: Tally): string => `${passed} of ${passed + failed} tests passed`;

/** A report that is not there counts no test, which is a failure. */
function readReport({ file, tally }: NonNullable<Stage['report']>): Tally {
  try {
    return tally(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** npm puts the tools of node_modules on the path of its scripts. */
async function outputOf(
  command: string,
  settings: Stage['settings'],
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
      ...settings,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}
