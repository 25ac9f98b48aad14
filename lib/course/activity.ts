import { FADES, type Fade, fadesOf } from '@/lib/activities/fade';
import type { ActivityKind } from '@/lib/activities/kind';
import { RESERVED_CHECKS } from '@/lib/activities/verdict';
import { fingerprint } from '@/lib/shared/fingerprint';
import type { Json } from '@/lib/shared/json';
import { judgeKeys } from '@/lib/shared/key-schema';
import { type Keys, readKeys } from '@/lib/shared/keys';
import type { Problem } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import { atTop } from '@/lib/shared/spot';
import { readAnswers } from './answers';
import type { Activity } from './course';
import { type Folder, pathOf } from './folder';
import { activityMisnamed, checkReserved, checkTwice, fileMissing, fileStray, kindUnknown } from './problems';
import { activitySchema } from './schemas';
import type { Tools } from './tools';

type Kind = ActivityKind<Json>;

/** One activity's folder, or everything that is wrong with it. */
export function compileActivity(folder: Folder, tools: Tools): Result<Activity> {
  const file = pathOf(folder, 'activity.yaml');
  const named = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(folder.name) ? [] : [activityMisnamed(file, folder.name)];
  const text = folder.files.get('activity.yaml');
  if (text === undefined) {
    return failure([
      ...named,
      fileMissing(file, 'every folder in a lesson is an activity, and it says which kind.'),
    ]);
  }
  const keys = readKeys(text, file);
  if (!keys.ok) return failure([...named, ...keys.problems]);
  const kind = kindOf(keys.value, tools);
  const problems = [
    ...named,
    ...judgeKeys(keys.value, activitySchema(kind?.keys ?? null, checksKey(kind))),
    ...judgeChecks(keys.value, checksKey(kind)),
  ];
  if (kind === null) return failure([...problems, ...judgeKind(keys.value, tools)]);
  return assemble(folder, kind, keys.value, problems, tools);
}

/** The parts of a folder, put together when none of them has a problem. */
function assemble(
  folder: Folder,
  kind: Kind,
  keys: Keys,
  before: readonly Problem[],
  tools: Tools,
): Result<Activity> {
  const checks = checksOf(keys, checksKey(kind));
  const answers = readAnswers(folder, kind.extensions, [...checks.map(({ id }) => id), ...RESERVED_CHECKS]);
  const missing = missingFiles(folder, kind);
  const scenario = readScenario(folder, tools);
  const variants = readVariants(folder, kind, tools);
  const names = { start: startName(folder, kind), solutions: solutionNames(folder, kind) };
  const textOf = (name: string): string => folder.files.get(name) ?? '';
  const start = textOf(names.start);
  const solutions = names.solutions.map(textOf);
  const title = String(at(keys.value, 'title'));
  const ready = before.length === 0 && missing.length === 0 && scenario.ok && variants.ok;
  const config = ready
    ? kind.compile({
        folder: folder.path,
        keys: keys.value,
        start,
        solutions,
        scenario: scenario.value,
        scenarios: variants.value,
        files: Object.fromEntries(
          kind.files.flatMap((name) => (folder.files.has(name) ? [[name, textOf(name)]] : [])),
        ),
      })
    : failure([]);
  const problems = [
    ...before,
    ...missing,
    ...strayFiles(folder, kind),
    ...answers.problems,
    ...(scenario.ok ? [] : placed(scenario.problems, pathOf(folder, 'scenario.yaml'))),
    ...(variants.ok ? [] : variants.problems),
    ...(config.ok ? [] : placed(config.problems, pathOf(folder, 'activity.yaml'))),
  ];
  if (problems.length > 0 || !config.ok || !scenario.ok) return failure(problems);
  return success({
    id: folder.name,
    kind: kind.name,
    title,
    fade: fadeOf(keys.value),
    fades: fadesOffered(kind, keys.value, { title, solution: solutions[0] ?? '' }),
    version: fingerprint([start, ...solutions].join('\0')),
    language: kind.language,
    asksDatabase: kind.asks.includes('database'),
    start,
    solutions,
    answerSchema: kind.answerSchema(config.value),
    ...(kind.declarations !== undefined && { declarations: kind.declarations(config.value) }),
    config: config.value,
    scenario: scenario.value,
    checks,
    files: {
      keys: pathOf(folder, 'activity.yaml'),
      start: pathOf(folder, names.start),
      solutions: names.solutions.map((name) => pathOf(folder, name)),
    },
    accept: answers.accept,
    wrong: answers.wrong,
  });
}

/** A problem that names no place stands at the top of the file that it came from. */
const placed = (problems: readonly Problem[], file: string): readonly Problem[] =>
  problems.map((problem) => {
    const top = atTop(problem.file ?? file);
    return { ...problem, file: top.file, place: problem.place ?? top.place };
  });

const at = (value: Json, key: string): Json | undefined =>
  value !== null && typeof value === 'object' ? (value as { readonly [key: string]: Json })[key] : undefined;

function kindOf(keys: Keys, { kinds }: Tools): Kind | null {
  const name = at(keys.value, 'kind');
  return typeof name === 'string' ? (kinds.get(name) ?? null) : null;
}

/** Where the checks of a kind stand in activity.yaml. */
const checksKey = (kind: Kind | null): string => kind?.checksUnder ?? 'checks';

/** The schema has judged it; what is left out is the help that a start file usually gives. */
const fadeOf = (value: Json): Fade => (at(value, 'fade') as Fade | undefined) ?? 'blanks';

/** A text in YAML may stand for a drawn answer, so its kind says what has a meaning for it. */
function fadesOffered(
  { language, fades = language === 'yaml' ? [] : FADES }: Kind,
  value: Json,
  sheet: { readonly title: string; readonly solution: string },
): readonly Fade[] {
  const wanted = at(value, 'fades') as readonly Fade[] | undefined;
  const isOffered = (fade: Fade) => fades.includes(fade) && (wanted?.includes(fade) ?? true);
  return fadesOf({ ...sheet, language }).filter(isOffered);
}

function judgeKind(keys: Keys, { kinds }: Tools): readonly Problem[] {
  const name = at(keys.value, 'kind');
  // A kind that is no text was already told by the schema.
  if (typeof name !== 'string' || name === '') return [];
  return [kindUnknown(keys.spotOf(['kind']), name, [...kinds.keys()])];
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** Those that have an id; the schema tells of the others. */
function checksOf(keys: Keys, under: string): Activity['checks'] {
  return listOf(at(keys.value, under)).flatMap((check) => {
    const id = at(check, 'id');
    return typeof id === 'string' ? [{ id, guard: at(check, 'guard') === true }] : [];
  });
}

function judgeChecks(keys: Keys, under: string): readonly Problem[] {
  const seen = new Set<string>();
  return listOf(at(keys.value, under)).flatMap((check, index) => {
    const id = at(check, 'id');
    if (typeof id !== 'string') return [];
    const spot = keys.spotOf([under, index, 'id']);
    const twice = seen.has(id) ? [checkTwice(spot, id)] : [];
    seen.add(id);
    return RESERVED_CHECKS.includes(id) ? [...twice, checkReserved(spot, id)] : twice;
  });
}

type Files = Pick<Kind, 'extensions' | 'files' | 'scenarios'>;

const withEnding = (folder: Folder, name: string, { extensions }: Files): string | null =>
  extensions.map((ending) => `${name}.${ending}`).find((each) => folder.files.has(each)) ?? null;

function missingFiles(folder: Folder, kind: Files): readonly Problem[] {
  const needed = [
    ['start', 'it is what the learner begins with.'],
    ['solution', 'it is what "Show solution" shows, and what proves that the exercise can be done.'],
  ] as const;
  return needed
    .filter(([name]) => withEnding(folder, name, kind) === null)
    .map(([name, why]) => fileMissing(pathOf(folder, `${name}.${kind.extensions[0]}`), why));
}

const startName = (folder: Folder, kind: Files): string =>
  withEnding(folder, 'start', kind) ?? `start.${kind.extensions[0]}`;

/** The names of `solution.yaml`, then every `solution.NAME.yaml`. */
function solutionNames(folder: Folder, kind: Files): readonly string[] {
  const first = withEnding(folder, 'solution', kind) ?? `solution.${kind.extensions[0]}`;
  const further = [...folder.files.keys()].filter((name) => name !== first && isSolution(name, kind));
  return [first, ...further];
}

const isSolution = (name: string, { extensions }: Files): boolean =>
  name.startsWith('solution.') && extensions.some((ending) => name.endsWith(`.${ending}`));

function strayFiles(folder: Folder, kind: Files): readonly Problem[] {
  const known = [
    'activity.yaml',
    startName(folder, kind),
    `solution.${kind.extensions[0]}`,
    'scenario.yaml',
    ...kind.files,
  ];
  const files = [...folder.files.keys()].filter(
    (name) => !(known.includes(name) || isSolution(name, kind) || variantOf(name, kind) !== null),
  );
  const folders = [...folder.folders.keys()].filter((name) => name !== 'accept' && name !== 'wrong');
  return [
    ...files.map((name) => fileStray(pathOf(folder, name), name, known)),
    ...folders.map((name) => fileStray(pathOf(folder, name), `${name}/`, ['accept/', 'wrong/'])),
  ];
}

function readScenario(folder: Folder, tools: Tools): Result<Json> {
  const text = folder.files.get('scenario.yaml');
  return text === undefined ? success(null) : tools.readScenario(text, pathOf(folder, 'scenario.yaml'));
}

/** The name of a further scenario, for kinds that have a use for one. */
const variantOf = (file: string, { scenarios }: Files): string | null =>
  scenarios === true ? (/^scenario\.([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/.exec(file)?.[1] ?? null) : null;

function readVariants(folder: Folder, kind: Files, tools: Tools): Result<{ readonly [name: string]: Json }> {
  const read = [...folder.files].flatMap(([file, text]) => {
    const name = variantOf(file, kind);
    const path = pathOf(folder, file);
    return name === null ? [] : [{ name, path, result: tools.readScenario(text, path) }];
  });
  const problems = read.flatMap(({ path, result }) => (result.ok ? [] : placed(result.problems, path)));
  if (problems.length > 0) return failure(problems);
  return success(
    Object.fromEntries(read.flatMap(({ name, result }) => (result.ok ? [[name, result.value]] : []))),
  );
}
