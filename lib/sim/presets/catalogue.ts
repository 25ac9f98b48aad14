// Reads the presets: at build time and in tests only, since it brings a YAML parser and ajv along.
import { readValidKeys } from '@/lib/shared/key-schema';
import type { Keys } from '@/lib/shared/keys';
import type { Problem } from '@/lib/shared/problem';
import type { YamlPath } from '@/lib/shared/yaml';
import { readScenario } from '../scenario/scenario-file';
import * as problems from './catalogue-problems';
import { catalogueSchema } from './catalogue-schema';
import type { Expectations, Preset } from './preset';

/** The texts of a folder of presets, by the names of their files. */
export type PresetFiles = ReadonlyMap<string, string>;

export interface Catalogue {
  /** Those that are whole, in the order in which they are offered. */
  readonly presets: readonly Preset[];
  /** All of them; empty means that the catalogue is whole. */
  readonly problems: readonly Problem[];
}

const CATALOGUE = 'catalogue.yaml';

type Optional = 'pitfall' | 'mend';

/** A preset as the catalogue writes it. */
type Entry = Omit<Preset, 'group' | 'text' | 'scenario' | 'unexplored' | 'expects' | Optional> & {
  readonly pitfall?: string;
  readonly mend?: string;
  readonly expects: Expectations & { readonly because?: string };
};

/** An entry, where it stands, and the names of its group. */
interface Placed {
  readonly entry: Entry;
  readonly path: YamlPath;
  readonly group: string;
  readonly beside: readonly Entry[];
}

/** The presets of a folder and everything that is wrong with them. Never throws. */
export function readCatalogue(files: PresetFiles): Catalogue {
  const text = files.get(CATALOGUE);
  if (text === undefined) return { presets: [], problems: [problems.catalogueMissing(CATALOGUE)] };
  const keys = readValidKeys(text, CATALOGUE, catalogueSchema);
  if (!keys.ok) return { presets: [], problems: keys.problems };
  const placed = placedIn(keys.value);
  const readings = placed.map((one) => readOne(one, files));
  const found = [
    ...placed.flatMap((one, index) => judge(one, placed.slice(0, index), files, keys.value)),
    ...readings.flatMap((reading) => ('problems' in reading ? reading.problems : [])),
    ...unlisted(placed, files),
  ];
  return {
    presets: readings.flatMap((reading) => ('preset' in reading ? [reading.preset] : [])),
    problems: found,
  };
}

/** The schema has judged the value, so it is what the type says. */
function placedIn({ value }: Keys): readonly Placed[] {
  const { groups } = value as unknown as {
    readonly groups: readonly { readonly title: string; readonly presets: readonly Entry[] }[];
  };
  return groups.flatMap(({ title, presets }, group) =>
    presets.map((entry, index) => ({
      entry,
      path: ['groups', group, 'presets', index],
      group: title,
      beside: presets,
    })),
  );
}

function readOne(
  { entry, group }: Placed,
  files: PresetFiles,
): { readonly preset: Preset } | { readonly problems: readonly Problem[] } {
  const { pitfall = null, mend = null, expects, ...told } = entry;
  const { because: unexplored = null, run, explore } = expects;
  const text = files.get(entry.file);
  if (text === undefined) return { problems: [] };
  const read = readScenario(text, entry.file);
  if (!read.ok) return { problems: read.problems };
  return {
    preset: {
      ...told,
      group,
      pitfall,
      mend,
      unexplored,
      text,
      scenario: read.value,
      expects: { run, explore },
    },
  };
}

function judge(one: Placed, before: readonly Placed[], files: PresetFiles, keys: Keys): readonly Problem[] {
  const { entry, path } = one;
  const spot = (...steps: YamlPath) => keys.spotOf([...path, ...steps]);
  const found: Problem[] = [];
  if (before.some((other) => other.entry.name === entry.name))
    found.push(problems.nameTwice(spot('name'), entry.name));
  if (entry.file === CATALOGUE || !files.has(entry.file))
    found.push(problems.fileUnknown(spot('file'), entry.file, scenariosIn(files)));
  else if (before.some((other) => other.entry.file === entry.file))
    found.push(problems.fileTwice(spot('file'), entry.file));
  return [...found, ...judgeMend(one, keys), ...judgeExpectations(one, keys)];
}

function judgeMend({ entry, path, beside }: Placed, { spotOf }: Keys): readonly Problem[] {
  if (entry.mend === undefined) return [];
  const at = spotOf([...path, 'mend']);
  const others = beside.filter(({ name }) => name !== entry.name);
  const mend = others.find(({ name }) => name === entry.mend);
  if (mend === undefined)
    return [
      problems.mendUnknown(
        at,
        entry.mend,
        others.map(({ name }) => name),
      ),
    ];
  const { run, explore } = mend.expects;
  return run.breaks !== undefined || explore?.verdict === 'broken'
    ? [problems.mendBroken(at, mend.name)]
    : [];
}

function judgeExpectations({ entry, path }: Placed, { spotOf }: Keys): readonly Problem[] {
  const { explore, because } = entry.expects;
  const at = spotOf([...path, 'expects', 'explore']);
  if (explore === null) return because === undefined ? [problems.reasonMissing(at)] : [];
  const said = Number('invariant' in explore) + Number('steps' in explore);
  const stray = because === undefined ? [] : [problems.reasonStray(spotOf([...path, 'expects', 'because']))];
  if (explore.verdict === 'broken') return said === 2 ? stray : [...stray, problems.wayMissing(at)];
  return said === 0 ? stray : [...stray, problems.wayStray(at)];
}

const scenariosIn = (files: PresetFiles): readonly string[] =>
  [...files.keys()].filter((file) => file.endsWith('.yaml') && file !== CATALOGUE);

function unlisted(placed: readonly Placed[], files: PresetFiles): readonly Problem[] {
  const listed = new Set(placed.map(({ entry }) => entry.file));
  return scenariosIn(files)
    .filter((file) => !listed.has(file))
    .map(problems.fileUnlisted);
}
