import { describe, expect, it } from 'vitest';
import { readYaml } from './yaml';

const said = (text: string) => {
  const reading = readYaml(text);
  if (reading.ok) return [];
  return reading.problems.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);
};

const read = (text: string) => {
  const reading = readYaml(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
};

describe('reading YAML', () => {
  it('gives the value and where its parts stand', () => {
    const document = read('table: orders\ncolumns:\n  - { name: id, type: bigint }\n');
    expect(document.value).toEqual({ table: 'orders', columns: [{ name: 'id', type: 'bigint' }] });
    expect(document.placeOf(['table'], 'key')).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 6 });
    expect(document.placeOf(['table'], 'value')).toEqual({ line: 1, column: 8, endLine: 1, endColumn: 14 });
    expect(document.placeOf(['columns', 0, 'type'], 'value')).toMatchObject({
      line: 3,
      column: 23,
      endColumn: 29,
    });
    expect(document.placeOf(['columns', 1], 'value')).toBeNull();
  });

  it('counts lines from where the text begins in its file', () => {
    const reading = readYaml('a: 1\nb: 2', { firstLine: 7 });
    expect(reading.ok && reading.value.placeOf(['b'], 'key')?.line).toBe(8);
  });

  it('counts CRLF as one line ending and leaves a byte order mark out', () => {
    const document = read('\uFEFFa: 1\r\nb: 2\r\n');
    expect(document.placeOf(['a'], 'key')).toMatchObject({ line: 1, column: 1 });
    expect(document.placeOf(['b'], 'value')).toMatchObject({ line: 2, column: 4 });
  });

  it('finds the way through an alias', () => {
    const document = read('a: &x { n: 1 }\nb: *x\n');
    expect(document.placeOf(['b'], 'value')).toMatchObject({ line: 2, column: 4, endColumn: 6 });
    expect(document.placeOf(['b', 'n'], 'value')).toMatchObject({ line: 1, column: 12 });
  });

  it('reads YAML 1.2, where `no` and `on` are text', () => {
    expect(read('a: no\nb: on\nc: false\nd: ~').value).toEqual({ a: 'no', b: 'on', c: false, d: null });
  });

  it('keeps `__proto__` an ordinary key', () => {
    const { value } = read('__proto__: { polluted: true }');
    expect(Object.hasOwn(value as object, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('each mistake has its own sentence', () => {
  it.each([
    ['a: 1\n\tb: 2', '2:1 This line is indented with a tab. YAML allows only spaces there.'],
    ['a: 1\nb: 2\na: 3', '3:1 `a` is written twice here; it already stands on line 1.'],
    ['---\na: 1\n---\nb: 2', '3:1 There are several documents here; one is asked for.'],
    ['a:1\nb: 2', '1:2 A space is missing after the colon of `a:`.'],
    ['table: x\ncolumns:\n  - name:id\n    type: text', '3:9 A space is missing after the colon of `name:`.'],
    ['a: "x\nb: 1', '1:4 The quote " opened here is never closed.'],
    ['- { a: 1\n- { a: 2 }', '1:3 The bracket `{` opened here is never closed.'],
    ['a: [1, 2', '1:4 The bracket `[` opened here is never closed.'],
    ['a: [\n  1\n]', '3:1 This line begins too far left: it belongs to a bracket opened further up.'],
    ['a: {b: 1}}', '1:10 This `}` closes a bracket that was never opened.'],
    [
      '- { a: x b: y }',
      '1:11 A comma is missing before this: between brackets, entries are separated by commas.',
    ],
    ['a: b: c', '1:5 There is a second colon on this line, and only one `key: value` fits on it.'],
    ['a: 1\n  b: 2', '2:3 This line is set further in than the one above it, which holds a value already.'],
    ['a:\n  - b\n c: 1', '3:2 This line does not line up with the ones above it.'],
    ['a: @x', '1:4 `@` cannot begin a value in YAML.'],
    ['a: \0', '1:4 There is a character here that is no text, as if a binary file had been pasted.'],
    ['a: !!js/function x', '1:4 Tags (`!…`) and directives (`%…`) are not used here.'],
    ['a: &x { b: 1 }\nc: { <<: *x }', '2:6 `<<` is not merged here, so nothing would come of it.'],
    ['a: *x', '1:4 `*x` is an alias, but nothing above is named `&x`.'],
    ['? [a]\n: b', '1:3 A list, a map or an alias cannot be a key here.'],
    ['', '1:1 There is nothing here yet but empty lines and comments.'],
    ['# only\n---\n# comments\n', '1:1 There is nothing here yet but empty lines and comments.'],
  ])('%j', (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it('lists all repeated keys, not the first', () => {
    expect(said('a: 1\na: 2\nb: { c: 1, c: 2 }')).toHaveLength(2);
  });
});

describe('guards against hostile texts', () => {
  it('refuses what is larger than 64 KB, counted in bytes', () => {
    const message = '1:1 This text is larger than 64 KB, so it was not read.';
    expect(said(`a: ${'x'.repeat(65_533)}`)).toEqual([]);
    expect(said(`a: ${'x'.repeat(65_534)}`)).toEqual([message]);
    expect(said(`a: ${'é'.repeat(40_000)}`)).toEqual([message]);
  });

  it('refuses nesting beyond 50 levels', () => {
    expect(said(`${'['.repeat(51)}${']'.repeat(51)}`)).toEqual([
      '1:51 This is nested more than 50 levels deep, so it was not read.',
    ]);
  });

  it('refuses an alias bomb before it is expanded', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const items =
        level === 0
          ? '1'
          : Array(9)
              .fill(`*l${level - 1}`)
              .join(', ');
      return `l${level}: &l${level} [${items}]`;
    });
    expect(said(levels.join('\n'))).toEqual([
      '1:1 Written out, this would be many thousands of values, so it was not read.',
    ]);
  });

  it('refuses a circle', () => {
    expect(said('a: &x [*x]')).toEqual([
      '1:8 `*x` stands inside the very thing that it names, so it would never end.',
    ]);
  });

  it('refuses more than 200 aliases', () => {
    expect(said(`a: &x 1\nb: [${Array(201).fill('*x').join(', ')}]`)).toEqual([
      '1:1 There are more than 200 aliases here, so it was not read.',
    ]);
  });
});
