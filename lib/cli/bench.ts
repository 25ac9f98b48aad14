// npm run bench -- [--json] [--only page|check|db|sim|explore|stage|grade|lessons] [--page PATH]: how fast the built site and its parts are.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exact, type Figures, table } from '@/lib/bench/figures';

const PAGE = '/lessons/asynchronous-integration/';

type Part = 'page' | 'check' | 'db' | 'sim' | 'explore' | 'stage' | 'grade' | 'lessons';

/** Each part loads what it needs only when it runs. */
const parts: Readonly<Record<Part, (page: string) => Promise<Figures>>> = {
  check: async () => (await import('@/lib/bench/check')).measureChecks(),
  db: async () =>
    served((address) => import('@/lib/bench/database').then((bench) => bench.measureDatabase(address))),
  page: async (page) =>
    served((address) => import('@/lib/bench/page').then((bench) => bench.measurePage(address + page))),
  sim: async () => (await import('@/lib/bench/simulation')).measureSimulation(),
  explore: async () => (await import('@/lib/bench/exploration')).measureExploration(),
  stage: async () =>
    served((address) => import('@/lib/bench/stage').then((bench) => bench.measureStage(address))),
  grade: async () =>
    served((address) => import('@/lib/bench/grading').then((bench) => bench.measureGrading(address))),
  // Last of all, for it leaves another course's pages where the site stands.
  lessons: async () => (await import('@/lib/bench/lessons')).measureLessons(),
};

/** In the page runs and explorations each have a thread of their own, so neither is compiled for what the other does. */
const apart: readonly string[] = ['sim', 'explore'] satisfies readonly Part[];

/** What a part measures in a process of its own. */
function measuredApart(part: Part): Figures {
  const command = [fileURLToPath(new URL('run.cjs', import.meta.url)), 'bench', '--json', '--only', part];
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' }));
}

/** Serves the site, built if need be, while something is measured. */
async function served(measure: (address: string) => Promise<Figures>): Promise<Figures> {
  const [{ buildIfNeeded, SITE }, { addressOf, listen, siteHandler }] = await Promise.all([
    import('@/lib/build/site'),
    import('./serve'),
  ]);
  await buildIfNeeded();
  const basePath = process.env['BASE_PATH'] ?? '';
  const server = await listen(0, siteHandler(SITE, basePath));
  try {
    return await measure(addressOf(server, basePath).replace(/\/$/, ''));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const isPart = (name: string): name is Part => name in parts;

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, page: { type: 'string', default: PAGE } },
});
const chosen = values.only === undefined ? Object.keys(parts) : [values.only];
const unknown = chosen.find((name) => !isPart(name));

if (unknown === undefined) {
  let figures: Figures = {};
  for (const part of chosen.filter(isPart)) {
    const isApart = chosen.length > 1 && apart.includes(part);
    figures = { ...figures, ...(isApart ? measuredApart(part) : await parts[part](values.page)) };
  }
  process.stdout.write(`${values.json ? JSON.stringify(exact(figures)) : table(figures)}\n`);
} else {
  process.stderr.write(
    `There is no part ${unknown}: name page, check, db, sim, explore, stage, grade or lessons.\n`,
  );
  process.exitCode = 2;
}
