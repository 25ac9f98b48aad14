import { createHash } from 'node:crypto';
import { format } from '@/lib/course/frame';
import { type Catalogue, type PresetFiles, readCatalogue } from '@/lib/sim/presets/catalogue';
import type { PresetMaterial } from '@/lib/sim/presets/preset';
import { findFiles, readFiles } from './read-files';

/** The presets as they lie on the disk. */
export interface PresetContent extends Catalogue {
  /** The folder that was read. */
  readonly folder: string;
  readonly files: PresetFiles;
}

const FOLDER = 'lib/sim/presets';

let kept: { readonly stamp: string; readonly content: PresetContent } | null = null;

/** Reads the catalogue and its scenario files; read once until one of them changes. */
export async function readPresets(folder = FOLDER): Promise<PresetContent> {
  const found = ((await findFiles(folder)) ?? []).filter(({ path }) => path.endsWith('.yaml'));
  const stamp = createHash('sha1')
    .update([folder, ...found.map((file) => file.stamp)].join('\n'))
    .digest('hex');
  if (kept?.stamp === stamp) return kept.content;
  const files = await readFiles(folder, found);
  const content = { ...readCatalogue(files), folder, files };
  kept = { stamp, content };
  return content;
}

/** The presets that pages offer, in their order; or an error that lists every problem with its file and line. */
export async function presetsToShow(folder = FOLDER): Promise<readonly PresetMaterial[]> {
  const { presets, problems, files } = await readPresets(folder);
  if (problems.length > 0) {
    const told = problems.map((problem) =>
      format(problem, files.get(problem.file ?? '') ?? null, `${folder}/`),
    );
    throw new Error(`The presets have problems.\n\n${told.join('\n\n')}\n`);
  }
  // What a preset is held to is for tests: no page needs it.
  return presets.map(({ expects: _, file: __, ...material }) => material);
}
