// What a catalogue must be: everything that is wrong with it is told, with its place.
import { describe, expect, it } from 'vitest';
import { readCatalogue } from './catalogue';

const preset = (name: string, more = '', explore = '{ verdict: holds }') => `
      - name: ${name}
        file: ${name}.yaml
        title: T
        says: S
        watch: W${more}
        expects: { run: { delivered: 3 }, explore: ${explore} }`;

const catalogue = (...presets: readonly string[]) => `groups:
  - title: G
    presets:${presets.join('')}
`;

const files = (text: string, ...names: readonly string[]) =>
  new Map([
    ['catalogue.yaml', text],
    ...names.map((name) => [`${name}.yaml`, '# Says.\nseed: 1\n'] as const),
  ]);

const told = (text: string, ...names: readonly string[]) =>
  readCatalogue(files(text, ...names)).problems.map(
    ({ code, message, file, place }) => `${file}:${place?.line}:${place?.column} ${code} ${message}`,
  );

it('reads presets whole, in their order', () => {
  const text = catalogue(preset('one', '\n        pitfall: P6\n        mend: two'), preset('two'));
  const { presets, problems } = readCatalogue(files(text, 'one', 'two'));
  expect(problems).toEqual([]);
  expect(
    presets.map(({ name, group, pitfall, mend, text }) => ({ name, group, pitfall, mend, text })),
  ).toEqual([
    { name: 'one', group: 'G', pitfall: 'P6', mend: 'two', text: '# Says.\nseed: 1\n' },
    { name: 'two', group: 'G', pitfall: null, mend: null, text: '# Says.\nseed: 1\n' },
  ]);
  expect(presets[0]?.scenario.workload.orders).toBe(3);
  expect(presets[0]?.expects).toEqual({
    run: { delivered: 3 },
    explore: { verdict: 'holds' },
  });
});

it('hands on why nothing is explored', () => {
  const text = catalogue(preset('one', '', 'null, because: B'));
  const { presets, problems } = readCatalogue(files(text, 'one'));
  expect([presets[0]?.expects.explore, presets[0]?.unexplored, problems]).toEqual([null, 'B', []]);
});

it('says that there is no catalogue', () => {
  expect(readCatalogue(new Map()).problems.map(({ message }) => message)).toEqual([
    'The file `catalogue.yaml` is missing: it says which presets there are.',
  ]);
});

describe('the names', () => {
  it('stand for one preset each, and so do the files', () => {
    expect(told(catalogue(preset('one'), preset('one')), 'one')).toEqual([
      'catalogue.yaml:10:15 E102 Two presets are called `one`, so a link to it could mean either.',
      'catalogue.yaml:11:15 E104 The file `one.yaml` is offered twice.',
    ]);
  });

  it('are words that a link can carry', () => {
    expect(told(catalogue(preset('One')), 'One')).toEqual([
      'catalogue.yaml:4:15 C204 `name` must be lower-case words joined by hyphens.',
    ]);
  });
});

describe('the files', () => {
  it('lie beside the catalogue', () => {
    expect(told(catalogue(preset('one')))).toEqual([
      'catalogue.yaml:5:15 E103 There is no file `one.yaml` beside the catalogue.',
    ]);
  });

  it('are all offered', () => {
    expect(told(catalogue(preset('one')), 'one', 'two')).toEqual([
      'two.yaml:1:1 E105 No preset offers `two.yaml`, so nobody would ever see it.',
    ]);
  });

  it('are scenarios', () => {
    const wrong = new Map([
      ['catalogue.yaml', catalogue(preset('one'))],
      ['one.yaml', 'seed: 1\nworkload: { order: 3 }\n'],
    ]);
    const { presets, problems } = readCatalogue(wrong);
    expect(presets).toEqual([]);
    expect(problems.map(({ file, place, message }) => `${file}:${place?.line} ${message}`)).toEqual([
      'one.yaml:2 The key `order` is unknown here.',
    ]);
  });
});

describe('a mend', () => {
  it('is another preset of the same group', () => {
    expect(told(catalogue(preset('one', '\n        mend: one')), 'one')).toEqual([
      'catalogue.yaml:9:15 E106 No preset of this group is called `one`.',
    ]);
  });

  it.each([
    ['in the timed run', '', '{ verdict: holds }', 'run: { delivered: 3, breaks: [I4] }'],
    ['in some order of things', '', '{ verdict: broken, invariant: I4, steps: 7 }', 'run: { delivered: 3 }'],
  ])('breaks nothing %s', (_, more, explore, run) => {
    const two = preset('two', more, explore).replace('run: { delivered: 3 }', run);
    expect(told(catalogue(preset('one', '\n        mend: two'), two), 'one', 'two')).toEqual([
      'catalogue.yaml:9:15 E107 `two` is expected to break something itself, so it mends nothing.',
    ]);
  });
});

describe('what is expected of every order of things', () => {
  it.each([
    [
      '{ verdict: broken, invariant: I4 }',
      'E108 A broken verdict says which invariant breaks, and after how many steps.',
    ],
    ['{ verdict: holds, steps: 7 }', 'E109 Where everything holds, no invariant breaks after any steps.'],
    ['null', 'E110 `explore` is null, and nobody knows why.'],
    ['{ verdict: holds }, because: B', 'E111 `because` says why `explore` is null, and it is not.'],
    ['{ verdict: sampled }', 'C205 `verdict` cannot be `sampled`.'],
  ])('%s', (explore, words) => {
    const [first, ...others] = told(catalogue(preset('one', '', explore)), 'one');
    expect(first?.replace(/^catalogue\.yaml:9:\d+ /, '')).toBe(words);
    expect(others).toEqual([]);
  });
});
