// Lighthouse's scores. It is fetched when first needed and is no dependency: it weighs more than all of them.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserArguments } from '@/e2e/browser';
import { fetchPackage } from '@/lib/cli/package-cache';
import { type Figures, medians, renamed, repeated } from './figures';

const VERSION = '12.8.2';
const RUNS = 5;

const categories = { performance: 0, accessibility: 0, 'best-practices': 0, seo: 0 };

interface Tool {
  readonly default: (
    url: string,
    flags: object,
    config?: object,
  ) => Promise<{ readonly lhr: Report } | undefined>;
}
interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly runtimeError?: { readonly message: string };
}
interface Launcher {
  readonly launch: (options: object) => Promise<{ readonly port: number; readonly kill: () => void }>;
}

/** The medians of the four scores, of 100, on a desktop and (`.throttled`) on a phone. */
export async function lighthouse(url: string, chromePath: string): Promise<Figures> {
  const tool = fetchPackage('lighthouse', VERSION);
  const run: Tool = await importFrom(tool, 'core/index.js');
  const desktop: { readonly default: object } = await importFrom(tool, 'core/config/desktop-config.js');
  const launcher: Launcher = await importFrom(join(tool, '../chrome-launcher'), 'dist/index.js');
  const chrome = await launcher.launch({
    chromePath,
    chromeFlags: ['--headless', ...browserArguments],
    logLevel: 'silent',
  });
  const flags = { port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(categories) };
  const score = async (config?: object): Promise<Figures> =>
    scoresOf((await run.default(url, flags, config))?.lhr);
  try {
    return {
      ...medians(await repeated(RUNS, () => score(desktop.default))),
      ...renamed(medians(await repeated(RUNS, () => score())), (name) => `${name}.throttled`),
    };
  } finally {
    chrome.kill();
  }
}

const importFrom = (folder: string, file: string) => import(pathToFileURL(join(folder, file)).href);

function scoresOf(report: Report | undefined): Figures {
  if (report === undefined || report.runtimeError) {
    throw new Error(`Lighthouse did not run: ${report?.runtimeError?.message ?? 'it said nothing'}`);
  }
  const score = (category: string): number => Math.round((report.categories[category]?.score ?? 0) * 100);
  return {
    'page.lighthousePerformance': score('performance'),
    'page.lighthouseAccessibility': score('accessibility'),
    'page.lighthouseBestPractices': score('best-practices'),
    'page.lighthouseSeo': score('seo'),
  };
}
