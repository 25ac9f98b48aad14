// The arrows of the house, held against every import. Tests and their fixtures are free to look wherever they need.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pure = [
  'lib/shared',
  'lib/course',
  'lib/table',
  'lib/sim',
  'lib/scene',
  'lib/link',
  'lib/activities',
  'lib/progress',
];

/** What each room may import besides itself: rooms, or single files. No one imports `lib/cli`, `lib/build` or `lib/bench` from below. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'lib/shared': [],
  'lib/course': pure,
  'lib/table': pure,
  'lib/sim': pure,
  'lib/scene': pure,
  'lib/link': pure,
  'lib/activities': pure,
  'lib/progress': pure,
  'lib/rpc': ['lib/shared'],
  'lib/content': [...pure, 'lib/rpc'],
  'lib/postgres': [...pure, 'lib/rpc'],
  'lib/sandbox': [...pure, 'lib/rpc'],
  'lib/grading': [...pure, 'lib/rpc', 'lib/postgres', 'lib/sandbox'],
  'lib/workers': [...pure, 'lib/rpc', 'lib/postgres', 'lib/sandbox'],
  'lib/store': [...pure, 'lib/rpc', 'lib/postgres', 'lib/sandbox', 'lib/workers'],
  components: [...pure, 'lib/store'],
  app: [...pure, 'lib/store', 'lib/content', 'components'],
  'lib/build': [...pure, 'lib/postgres', 'lib/content'],
  'lib/cli': [...pure, 'lib/postgres', 'lib/grading', 'lib/content', 'lib/build', 'lib/bench'],
  'lib/bench': [
    ...pure,
    'lib/postgres',
    'lib/grading',
    'lib/content',
    'lib/build',
    'lib/cli/serve',
    'lib/cli/package-cache',
    'e2e',
  ],
};

/** The libraries that a pure room may know: none of them has a clock, chance, a page or a disk. */
const purePackages =
  /^(ajv|fastest-levenshtein|js-yaml|shiki|sucrase|unified|(remark|rehype)-.+|(hast|mdast|unist)(-util-.+)?)$/;

/** The libraries that mark a room: who else may know them. */
const packageRooms: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(react|react-dom|next|hast-util-to-jsx-runtime)$/, ['app', 'components', 'lib/store']],
  [/^yaml$/, ['lib/workers', 'lib/cli']],
  [/^zustand$/, ['components', 'lib/store']],
  [/^@electric-sql\/pglite$/, ['lib/postgres', 'lib/build', 'lib/bench']],
  [/^(quickjs|@jitl\/)/, ['lib/sandbox']],
  [/^libpg-query$/, ['lib/postgres']],
  [/^comlink$/, ['lib/rpc', 'lib/workers', 'lib/postgres', 'lib/sandbox', 'lib/store']],
  [
    /^node:/,
    ['lib/content', 'lib/postgres', 'lib/sandbox', 'lib/grading', 'lib/build', 'lib/cli', 'lib/bench', 'e2e'],
  ],
];

/** In the page it is the store alone; the figures set a bare worker beside it. Threads are Node's, and no page's. */
const workerMakers = ['lib/store', 'lib/bench'];

/** What makes a run unlike the one before it, or ties it to a page. */
const impure = [
  'Date',
  'Math.random',
  'window',
  'document',
  'localStorage',
  'navigator',
  'performance',
  'process',
  'fetch',
  'setTimeout',
  'crypto',
  'globalThis',
];

/** Every rule that a file breaks, in words. */
function offences(file: string, source: string): string[] {
  const room = roomOf(file);
  const code = withoutComments(source);
  return [
    ...importsOf(code).flatMap((target) => offence(file, room, target)),
    ...(pure.includes(room) ? impureNames(code).map((name) => `${room} is pure and knows no ${name}`) : []),
    ...(/\bnew (Shared)?Worker\(/.test(code) &&
    !workerMakers.includes(room) &&
    !importsOf(code).includes('node:worker_threads')
      ? ['only lib/store makes workers']
      : []),
  ];
}

function offence(file: string, room: string, target: string): string[] {
  const path = pathOf(file, target);
  if (path !== null) return arrowOffence(file, room, path);
  const name = packageOf(target);
  if (pure.includes(room)) return purePackages.test(name) ? [] : [`${room} is pure and knows no ${name}`];
  const known = packageRooms.find(([pattern]) => pattern.test(name));
  return known === undefined || known[1].includes(room) ? [] : [`${room} knows no ${name}`];
}

function arrowOffence(file: string, room: string, path: string): string[] {
  const [kind, otherKind] = [kindOf(file), kindOf(path)];
  if (kind !== null && otherKind !== null && kind !== otherKind)
    return [`${kind} imports another kind, ${otherKind}`];
  if (isShared(file) && otherKind !== null) return [`what kinds share imports one of them, ${otherKind}`];
  const other = roomOf(path);
  return other === room || arrows[room]?.some((allowed) => allowed === other || allowed === path)
    ? []
    : [`${room} imports ${other}`];
}

/** `lib/table` for a file in it; `app`, `components` and `e2e` are each one. */
const roomOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('lib/') ? 2 : 1)
    .join('/');

/** The folder of one kind of activity: kinds are added and removed without touching the others. */
/** Folders beside the kinds for what several of them share: how questions are answered, a part of a scenario. */
const sharedByKinds: ReadonlySet<string> = new Set(['questions', 'part']);

const isShared = (path: string): boolean =>
  sharedByKinds.has(/^(?:lib|components)\/activities\/([^/]+)\//.exec(path)?.[1] ?? '');

function kindOf(path: string): string | null {
  const folder = /^(?:lib|components)\/activities\/([^/]+)\//.exec(path)?.[1] ?? null;
  return folder === null || sharedByKinds.has(folder) ? null : folder;
}

/** Where an import leads within the house; null when it leads to a package. */
function pathOf(file: string, target: string): string | null {
  if (target.startsWith('@/')) return target.slice(2);
  return target.startsWith('.') ? join(dirname(file), target) : null;
}

const packageOf = (target: string): string =>
  target.startsWith('node:')
    ? target
    : target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');

const imported =
  /(?<![\w.'"])(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]|\bnew URL\(\s*['"]([^'"\n]+\.tsx?)['"],\s*import\.meta\.url/g;

const importsOf = (code: string): string[] =>
  [...code.matchAll(imported)].map(([, module, worker]) => module ?? worker ?? '');

/** Names used as a browser's or the language's own: called or reached into, and not declared in the file. */
function impureNames(code: string): string[] {
  const bare = code.replaceAll(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''");
  return impure.filter((name) => {
    const declared = new RegExp(`\\b(?:const|let|function)\\s+${name}\\b|[(,{]\\s*${name}\\s*[:,)}]`).test(
      bare,
    );
    return !declared && new RegExp(`(?<![.\\w$])${name.replace('.', '\\.')}(?=\\s*[.(])`).test(bare);
  });
}

/** Strings are passed over, so that what looks like a comment inside one stays. */
const withoutComments = (source: string): string =>
  source.replaceAll(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, string) => string ?? '',
  );

const files = ['app', 'components', 'lib'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => join(root, path))
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$/.test(path)),
);

describe('the imports of this house', () => {
  it('are read from every file', () => {
    expect(files.length).toBeGreaterThan(100);
  });
  it('belong to a room of the plan', () => {
    expect(files.filter((file) => !(roomOf(file) in arrows))).toEqual([]);
  });
  it('follow the arrows', () => {
    const found = files.flatMap((file) =>
      offences(file, readFileSync(file, 'utf8')).map((rule) => `${file}: ${rule}`),
    );
    expect(found).toEqual([]);
  });
});

describe('a forbidden import is found', () => {
  it.each([
    ['lib/table/a.ts', "import { useState } from 'react';", 'lib/table is pure and knows no react'],
    ['lib/table/a.ts', "import { readFileSync } from 'node:fs';", 'lib/table is pure and knows no node:fs'],
    [
      'lib/sim/a.ts',
      "import type { Database } from '@/lib/postgres/database';",
      'lib/sim imports lib/postgres',
    ],
    ['lib/sim/a.ts', "type Row = import('../postgres/rows').Row;", 'lib/sim imports lib/postgres'],
    ['lib/shared/a.ts', "export { run } from '../sim/run';", 'lib/shared imports lib/sim'],
    ['lib/postgres/a.ts', "import '@/lib/content/read-course';", 'lib/postgres imports lib/content'],
    [
      'lib/content/a.ts',
      "const rows = await import('../postgres/rows');",
      'lib/content imports lib/postgres',
    ],
    ['lib/bench/a.ts', "import { main } from '@/lib/cli/grade';", 'lib/bench imports lib/cli'],
    ['lib/store/a.ts', "import {\n  build,\n} from '@/lib/build/site';", 'lib/store imports lib/build'],
    [
      'lib/store/a.ts',
      "import { PGlite } from '@electric-sql/pglite/worker';",
      'lib/store knows no @electric-sql/pglite',
    ],
    [
      'components/a/a.tsx',
      "import { openDirect } from '@/lib/postgres/direct';",
      'components imports lib/postgres',
    ],
    [
      'components/a/a.tsx',
      "new URL('../../lib/workers/b.ts', import.meta.url)",
      'components imports lib/workers',
    ],
    ['components/a/a.tsx', "import { wrap } from 'comlink';", 'components knows no comlink'],
    ['app/page.tsx', "import { WorkerProcess } from '@/lib/rpc/worker-process';", 'app imports lib/rpc'],
    ['app/page.tsx', "import { findBrowser } from '../e2e/browser';", 'app imports e2e'],
    [
      'lib/activities/sql/a.ts',
      "import { rules } from '../schema/rules';",
      'sql imports another kind, schema',
    ],
    [
      'lib/activities/questions/a.ts',
      "import { quizKind } from '../quiz/kind';",
      'what kinds share imports one of them, quiz',
    ],
    [
      'components/activities/sql/a.tsx',
      "import '@/lib/activities/schema/kind';",
      'sql imports another kind, schema',
    ],
    ['lib/postgres/a.ts', "const worker = new Worker('a.js');", 'only lib/store makes workers'],
    ['lib/sim/a.ts', 'const now = Date.now();', 'lib/sim is pure and knows no Date'],
    ['lib/sim/a.ts', 'const now = new Date();', 'lib/sim is pure and knows no Date'],
    ['lib/sim/a.ts', 'if (Math.random() > 0.5) return;', 'lib/sim is pure and knows no Math.random'],
    ['lib/sim/a.ts', 'window.alert(1)', 'lib/sim is pure and knows no window'],
  ])('%s: %s', (file, source, rule) => {
    expect(offences(file, source)).toEqual([rule]);
  });
});

describe('a permitted one is not', () => {
  it.each([
    ['lib/table/a.ts', "import { Ajv } from 'ajv';\nimport { levels } from './b';"],
    ['lib/activities/schema/a.ts', "import { readTable } from '@/lib/table/read-table';"],
    ['lib/activities/registry.ts', "import { schemaKind } from './schema/kind';"],
    ['components/activities/sql/a.tsx', "import { read } from '@/lib/activities/sql/kind';"],
    ['lib/bench/a.ts', "import { listen } from '@/lib/cli/serve';"],
    ['lib/store/a.ts', "new Worker(new URL('../workers/a.ts', import.meta.url), { type: 'module' })"],
    [
      'lib/table/a.ts',
      "// import 'react' and Date.now()\n/* from 'next' */ const text = 'window.open() // Date()';",
    ],
    [
      'lib/table/a.ts',
      'const keys = (document: Yaml) => document.keys; run.window.open(); aDate(); Dates.now();',
    ],
    ['lib/sim/a.ts', "type Range = Record<'from' | 'to', number>;"],
    ['lib/build/a.ts', "const root = new URL('../../', import.meta.url);"],
  ])('%s: %s', (file, source) => {
    expect(offences(file, source)).toEqual([]);
  });
});
