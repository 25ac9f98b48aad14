import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { presetsToShow, readPresets } from './read-presets';

const catalogue = `groups:
  - title: Relays
    presets:
      - name: one
        file: one.yaml
        title: One relay
        says: It works.
        watch: The relay.
        expects:
          run: { delivered: 3 }
          explore: { verdict: holds }
`;

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presets-'));
  await write('catalogue.yaml', catalogue);
  await write('one.yaml', '# One relay.\nseed: 7\n');
  await write('README.md', 'Not a preset.');
});

afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);

it('gives a page all that it shows, and nothing of what tests expect', async () => {
  const [one, ...others] = await presetsToShow(folder);
  const { scenario, ...told } = one ?? { scenario: null };
  expect(told).toEqual({
    name: 'one',
    group: 'Relays',
    title: 'One relay',
    says: 'It works.',
    watch: 'The relay.',
    pitfall: null,
    mend: null,
    unexplored: null,
    text: '# One relay.\nseed: 7\n',
  });
  expect([scenario?.seed, scenario?.relays.pollMs, others]).toEqual([7, 200, []]);
});

it('reads once, and again after a file has changed', async () => {
  const before = await readPresets(folder);
  expect(await readPresets(folder)).toBe(before);
  await write('one.yaml', '# One relay.\nseed: 8\n');
  await utimes(join(folder, 'one.yaml'), 1, 1);
  expect((await readPresets(folder)).presets[0]?.scenario.seed).toBe(8);
});

it('stops a build at any problem, with its file and line and all of them', async () => {
  await write('one.yaml', '# One relay.\nseed: 7\nrelay: {}\n');
  await write('two.yaml', 'seed: 1\n');
  const stopped = presetsToShow(folder);
  await expect(stopped).rejects.toThrow(`${folder}/one.yaml:3:1 C202 The key \`relay\` is unknown here.`);
  await expect(stopped).rejects.toThrow(`${folder}/two.yaml:1:1 E105 No preset offers \`two.yaml\``);
});

it('says that the catalogue is missing', async () => {
  await expect(presetsToShow(join(folder, 'gone'))).rejects.toThrow(
    'E101 The file `catalogue.yaml` is missing',
  );
});

it('reads the presets of the sandbox', async () => {
  const presets = await presetsToShow();
  expect(presets.map(({ name }) => name)).toContain('skip-locked');
});
