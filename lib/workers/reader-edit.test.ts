import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/shared/json';
import { readYaml, type YamlPath } from '@/lib/shared/yaml';
import { type Change, changed, grounded } from './reader-change';
import { editText } from './reader-edit';

const set = (path: YamlPath, value: Json): Change => ({ do: 'set', path, value });
const insert = (path: YamlPath, value: Json): Change => ({ do: 'insert', path, value });
const remove = (path: YamlPath): Change => ({ do: 'remove', path });

/** The text afterwards, or the sentence that refuses it. */
function afterwards(text: string, change: Change, own = false): string {
  const edited = editText(text, change, own);
  return edited.ok ? edited.value.text : (edited.problems[0]?.message ?? '');
}

/** As an author writes: lined up, with comments, in an order of their own. */
const AUTHORED = `# Two relays, and a crash.
seed: 42            # any number
workload:    { orders: 3,   aggregates: 2 }  # one line
relays:
    claim: 'lease'  # theirs

    # how many there are
    count: 1
consumers:
- name: shipping
  poison: [2]
- name: billing
faults:
  # the crash
  - { do: crash-relay, at: { step: published } }
  - do: broker-down
    from: 2000
    to: 5000  # three seconds
# the end
`;

describe('one key of a text is changed, and nothing else', () => {
  it.each<readonly [string, Change, string, string]>([
    ['a value', set(['relays', 'count'], 2), '    count: 1\n', '    count: 2\n'],
    ['a value in quotes', set(['relays', 'claim'], 'none'), "'lease'  # theirs", 'none  # theirs'],
    ['a value on one line with others', set(['workload', 'orders'], 12), 'orders: 3,   a', 'orders: 12,   a'],
    [
      'a key on one line with others',
      set(['workload', 'overlap'], true),
      'aggregates: 2 }  # one',
      'aggregates: 2, overlap: true }  # one',
    ],
    ['a key below others', set(['relays', 'batch'], 1), '    count: 1\n', '    count: 1\n    batch: 1\n'],
    [
      'a key of a list item',
      set(['consumers', 0, 'dedup'], 'none'),
      '  poison: [2]\n',
      '  poison: [2]\n  dedup: none\n',
    ],
    [
      'a section that is not there',
      set(['broker', 'kind'], 'kafka'),
      'three seconds\n',
      'three seconds\nbroker:\n  kind: kafka\n',
    ],
    [
      'a list in a list item',
      set(['consumers', 1, 'failures'], [1, 3]),
      '- name: billing\n',
      '- name: billing\n  failures: [1, 3]\n',
    ],
    ['a list on one line', set(['consumers', 0, 'poison', 1], 3), 'poison: [2]', 'poison: [2, 3]'],
    [
      'an item at the end',
      set(['faults', 2], { do: 'crash-service', at: { ms: 7 } }),
      'three seconds\n',
      'three seconds\n  - { do: crash-service, at: { ms: 7 } }\n',
    ],
    [
      'an item before another',
      insert(['faults', 1], { do: 'crash-service', at: { ms: 7 } }),
      '  - do: broker-down\n',
      '  - { do: crash-service, at: { ms: 7 } }\n  - do: broker-down\n',
    ],
    [
      'a consumer at the end',
      insert(['consumers', 2], { name: 'mailing', count: 2 }),
      '- name: billing\n',
      '- name: billing\n- name: mailing\n  count: 2\n',
    ],
    ['an item away', remove(['consumers', 1]), '- name: billing\n', ''],
    [
      'an item of several lines away',
      remove(['faults', 1]),
      '  - do: broker-down\n    from: 2000\n    to: 5000  # three seconds\n',
      '',
    ],
    ['a key away', remove(['relays', 'count']), '    count: 1\n', ''],
    ['a key on one line away', remove(['workload', 'orders']), 'orders: 3,   a', 'a'],
    [
      'the last key on one line away',
      remove(['workload', 'aggregates']),
      'orders: 3,   aggregates: 2 }',
      'orders: 3 }',
    ],
    ['a section with its last key', remove(['consumers', 0, 'poison', 0]), '  poison: [2]\n', ''],
    ['an item of a list', set(['faults', 1, 'from'], 1), 'from: 2000', 'from: 1'],
    [
      'a key deep inside',
      set(['faults', 0, 'at', 'occurrence'], 2),
      'published }',
      'published, occurrence: 2 }',
    ],
  ])('%s', (_, change, before, now) => {
    expect(AUTHORED).toContain(before);
    expect(afterwards(AUTHORED, change)).toBe(AUTHORED.replace(before, now));
  });

  it('keeps comments and order where the text is written anew', () => {
    const text = afterwards(AUTHORED, remove(['consumers', 0, 'name']));
    expect(text).toContain('seed: 42 # any number\n');
    expect(text).toContain('  # how many there are\n  count: 1\n');
    expect(text).toContain('consumers:\n  - poison: [ 2 ]\n  - name: billing\n');
    expect(text).toMatch(/# the end\n$/);
  });

  it.each<readonly [string, string, Change, string]>([
    ['an empty text', '', set(['seed'], 7), 'seed: 7\n'],
    ['comments alone', '# mine\n', set(['relays', 'count'], 2), '# mine\n\nrelays:\n  count: 2\n'],
    [
      'a section with nothing in it',
      'seed: 1\nrelays:\n',
      set(['relays', 'count'], 2),
      'seed: 1\nrelays:\n  count: 2\n',
    ],
    ['a key with nothing after it', 'seed:\n', set(['seed'], 2), 'seed: 2\n'],
    [
      'braces with nothing in them',
      'seed: 1\nrelays: {}\n',
      set(['relays', 'count'], 2),
      'seed: 1\nrelays: { count: 2 }\n',
    ],
    ['no line ending', 'seed: 1', set(['publication'], 'cdc'), 'seed: 1\npublication: cdc'],
    ['JSON', '{ "seed": 1 }\n', set(['publication'], 'cdc'), '{ "seed": 1, publication: cdc }\n'],
    [
      'a list with nothing in it',
      'seed: 1\nfaults: []\n',
      set(['faults', 0], { do: 'crash-service', at: { ms: 1 } }),
      'seed: 1\nfaults: [ { do: crash-service, at: { ms: 1 } } ]\n',
    ],
    [
      'no consumers',
      'seed: 1\n',
      set(['consumers', 0, 'count'], 2),
      'seed: 1\nconsumers:\n  - name: shipping\n    count: 2\n',
    ],
    [
      'no consumers, and another is wanted',
      'seed: 1\n',
      insert(['consumers', 1], { name: 'billing' }),
      'seed: 1\nconsumers:\n  - name: shipping\n  - name: billing\n',
    ],
    [
      'a section of two levels',
      'seed: 1\n',
      set(['relays', 'retry', 'max'], 2),
      'seed: 1\nrelays:\n  retry: { max: 2 }\n',
    ],
    [
      'the last fault',
      'seed: 1\nfaults:\n  - { do: crash-service, at: { ms: 1 } }\n',
      remove(['faults', 0]),
      'seed: 1\n',
    ],
    ['the only key', 'relays: { count: 2 }\n', remove(['relays', 'count']), '{}\n'],
  ])('where there is %s', (_, text, change, now) => {
    expect(afterwards(text, change)).toBe(now);
  });
});

describe('a key that has its default', () => {
  it('stays unwritten where it was not written', () => {
    expect(afterwards('seed: 1\n', set(['relays', 'count'], 1))).toBe('seed: 1\n');
  });
  it('is written where it was written before', () => {
    expect(afterwards('seed: 1\nrelays: { count: 2 }\n', set(['relays', 'count'], 1))).toBe(
      'seed: 1\nrelays: { count: 1 }\n',
    );
  });
  it('is taken away again where it was not the author who wrote it', () => {
    expect(afterwards('seed: 1\nrelays: { count: 2 }\n', set(['relays', 'count'], 1), true)).toBe(
      'seed: 1\n',
    );
  });
  it('says whether it was written before', () => {
    expect(editText('seed: 1\n', set(['relays', 'count'], 2))).toMatchObject({ value: { added: true } });
    expect(editText('seed: 1\n', set(['seed'], 2))).toMatchObject({ value: { added: false } });
  });
});

const ENTANGLED =
  'What stands here is also used in another place of the text, so the form does not change it.';

describe('a change is refused in a sentence', () => {
  it.each<readonly [string, string, Change, string]>([
    [
      'the text cannot be read',
      'seed: 1\nrelays: { count: 2\nfaults: []\n',
      set(['seed'], 2),
      'Mend line 2 first: The bracket `{` opened here is never closed.',
    ],
    [
      'the text has no keys',
      '- 1\n',
      set(['seed'], 2),
      'The text is no map of keys and values, so there is no key that could be changed.',
    ],
    [
      'a value stands where a section would',
      'seed: 1\nrelays: 5\n',
      set(['relays', 'count'], 2),
      'The text has no place for this key.',
    ],
    [
      'there is no such item',
      'seed: 1\nfaults: []\n',
      set(['faults', 3, 'ms'], 2),
      'The text has no place for this key.',
    ],
    [
      'a section has two names',
      'seed: 1\nconsumers: [&x { name: a }, *x]\n',
      set(['consumers', 1, 'name'], 'b'),
      ENTANGLED,
    ],
    [
      'another place would change with it',
      'seed: 1\nconsumers: [&x { name: a }, *x]\n',
      set(['consumers', 0, 'count'], 2),
      ENTANGLED,
    ],
    [
      'another place leads to it',
      'seed: 1\nworkload: { orders: &n 3, aggregates: *n }\n',
      remove(['workload', 'orders']),
      ENTANGLED,
    ],
  ])('where %s', (_, text, change, sentence) => {
    expect(afterwards(text, change)).toBe(sentence);
  });
});

describe('whatever is changed in whatever layout', () => {
  const steps: readonly Change[] = [
    set(['relays', 'retry', 'max'], 3),
    set(['seed'], 5),
    set(['publication'], 'cdc: yes, #1'),
    insert(['consumers', 0], { name: 'x', bindings: ['#', 'a.*'] }),
    insert(['faults', 0], { do: 'crash-relay', at: { step: 'published' } }),
    set(['faults', 0, 'at', 'ms'], 3),
    set(['consumers', 0], { name: 'y' }),
    remove(['consumers', 0, 'name']),
    remove(['relays', 'retry']),
    remove(['faults', 0]),
    remove(['seed']),
  ];
  const texts = [
    AUTHORED,
    'seed: 1',
    '{"seed":1,"relays":{"retry":{"max":1}},"faults":[{"do":"x"}]}',
    'relays:\n  retry:\n    max: 1\n\n\nfaults:\n-   do: x\n-\n  do: y\nseed: 3\n',
    'consumers:\n  -\n    name: a\n  - {name: b}\nseed: |\n  block\nrelays: {\n  count: 1,\n}\n',
    '---\nseed: "1"\n...\n',
  ];

  it('stands in the text afterwards, and all else as before; or it is refused', () => {
    const readMap = (text: string): Json => {
      const read = readYaml(text);
      return read.ok ? read.value.value : {};
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 5 }),
        (start, changes) => {
          let text = start;
          for (const change of changes) {
            const value = readMap(text);
            const meant = changed(value, grounded(change, value));
            const edited = editText(text, change);
            if (edited.ok) expect(readMap(edited.value.text)).toEqual(meant);
            else expect(edited.problems).toHaveLength(1);
            text = edited.ok ? edited.value.text : text;
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
