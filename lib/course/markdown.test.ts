import type { Element, ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import { growFolders } from './folder';
import { readMarkdown } from './markdown';

const folder = growFolders(
  new Map([
    ['outbox-table/solution.yaml', 'table: orders\ncolumns:\n  - name: id\n'],
    ['images/relay.svg', 'data:image/svg+xml;base64,AAAA'],
  ]),
);

const read = (text: string, activities: readonly string[] = []) =>
  readMarkdown(text, { file: 'lesson.md', folder, activities });

const told = (text: string, activities: readonly string[] = []) =>
  read(text, activities).problems.map(
    ({ place, code, message, hint }) => `${place?.line}:${place?.column} ${code} ${message} ${hint}`,
  );

/** The tree as HTML, near enough to read. */
const html = (text: string, activities: readonly string[] = []): string =>
  read(text, activities)
    .body.children.map((node) => (node.type === 'doctype' ? '' : tag(node)))
    .join('');

function tag(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return `<!${node.type}>`;
  const inner = node.children.map(tag).join('');
  return `<${node.tagName}${attributes(node)}>${inner}</${node.tagName}>`;
}

const attributes = ({ properties }: Element): string =>
  Object.entries(properties)
    .map(([name, value]) => ` ${name}="${Array.isArray(value) ? value.join(' ') : value}"`)
    .join('');

describe('a lesson becomes HTML', () => {
  it('with headings that can be linked to, and their list', () => {
    const { body, headings } = read('## Why `outbox`?\n\n### And how\n\n#### Deep\n\n## Why `outbox`?\n');
    expect(headings).toEqual([
      { id: 'why-outbox', text: 'Why outbox?', depth: 2 },
      { id: 'and-how', text: 'And how', depth: 3 },
      { id: 'why-outbox-1', text: 'Why outbox?', depth: 2 },
    ]);
    expect(JSON.stringify(body)).not.toContain('position');
  });

  it('with tables and footnotes, whose heading is not listed', () => {
    const text = '| a | b |\n| - | - |\n| 1 | 2 |\n\nA fact.[^1]\n\n[^1]: Its source.\n';
    expect(html(text)).toContain('<td>1</td>');
    expect(html(text)).toContain('Its source.');
    expect(read(text)).toMatchObject({ headings: [], problems: [] });
  });

  it('with the place of an activity', () => {
    expect(html('::activity{#outbox-table}', ['outbox-table'])).toBe(
      '<activity-place id="outbox-table"></activity-place>',
    );
  });

  it('with asides and folds', () => {
    expect(html(':::note\nMind *this*.\n:::\n')).toBe(
      '<aside className="note" role="note">\n<p>Mind <em>this</em>.</p>\n</aside>',
    );
    expect(html(':::warning[Beware]\nIt bites.\n:::\n')).toContain('<p><strong>Beware</strong></p>');
    expect(html(':::details[Why *so*]\nBecause.\n:::\n')).toBe(
      '<details><summary>Why <em>so</em></summary>\n<p>Because.</p>\n</details>',
    );
  });

  it('with lines of a file of the lesson, under its name', () => {
    expect(html('::code{file="outbox-table/solution.yaml" lines="2-3"}')).toBe(
      '<figure className="code-file"><figcaption>outbox-table/solution.yaml</figcaption>' +
        '<pre className="code" tabIndex="0"><code><span className="code-keyword">columns</span>:\n' +
        '  - <span className="code-keyword">name</span>: id</code></pre></figure>',
    );
  });

  it('with code coloured by meaning, through classes alone', () => {
    expect(html("```sql\nSELECT 'a', 1 FROM b -- all\n```")).toBe(
      '<pre className="code" tabIndex="0"><code><span className="code-keyword">SELECT</span> ' +
        '<span className="code-string">\'a\'</span>, <span className="code-constant">1</span> ' +
        '<span className="code-keyword">FROM</span> b <span className="code-comment">-- all</span></code></pre>',
    );
    expect(html('```text\na < b\n```')).toBe('<pre className="code" tabIndex="0"><code>a < b</code></pre>');
  });

  it('with an image of the lesson inside the page', () => {
    expect(html('![The relay](images/relay.svg)')).toBe(
      '<p><img alt="The relay" src="data:image/svg+xml;base64,AAAA"></img></p>',
    );
  });

  it('with links that lead out opening on their own', () => {
    expect(html('[docs](https://www.postgresql.org/docs/)')).toBe(
      '<p><a href="https://www.postgresql.org/docs/" target="_blank" rel="noopener noreferrer">docs</a></p>',
    );
    expect(told('[up](#höhe) [mail](mailto:a@b.example)\n\n## Höhe\n')).toEqual([]);
  });

  it.each([
    ['At 10:30 a:b happens.'],
    ['Write x:y[z]{a=b} and :smile:.'],
    ['A ratio of 3:2, host:port and ::token stay.'],
  ])('with the text that only looked like a directive: %s', (text) => {
    expect(html(text)).toBe(`<p>${text}</p>`);
    expect(told(text)).toEqual([]);
  });

  it('with emphasis kept inside what only looked like a directive', () => {
    expect(html('a:b[*c*]{d}')).toBe('<p>a:b[<em>c</em>]{d}</p>');
  });
});

describe('hostile markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror="alert(1)">',
    'Words <b onclick="alert(1)">and</b> more',
    '<!-- fine --> <iframe src="https://evil.example"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<svg onload=alert(1)>',
    '<style>body{display:none}</style>',
  ])('%s: no HTML comes through, and the author hears of it', (text) => {
    expect(html(text)).not.toMatch(/<(script|img|b|iframe|a|svg|style)\b/);
    expect(read(text).problems.map(({ code }) => code)).toContain('C401');
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x]( data:text/html,alert )',
    '[x][y]\n\n[y]: vbscript:x',
    '<javascript:alert(1)>',
    '[x](//evil.example)',
    '[x](../02-other/lesson.md)',
  ])('%s: the address is taken away', (text) => {
    expect(html(text)).not.toContain('href');
    expect(read(text).problems.map(({ code }) => code)).toEqual(['C413']);
  });

  it.each([
    '![x](https://evil.example/pixel.png)',
    '![x](data:image/png;base64,AAAA)',
    '![x](../../secret.png)',
  ])('%s: nothing is fetched', (text) => {
    expect(html(text)).not.toContain('src');
    expect(read(text).problems.map(({ code }) => code)).toEqual(['C415']);
  });

  it('attributes on directives reach no element', () => {
    expect(html(':::note{onclick="alert(1)" style="x" .evil #id}\nWords.\n:::\n')).toBe(
      '<aside className="note" role="note">\n<p>Words.</p>\n</aside>',
    );
  });

  it('leaves a comment out without a word', () => {
    expect(html('One.\n\n<!-- to do: more -->\n\nTwo.')).toBe('<p>One.</p>\n<p>Two.</p>');
    expect(told('<!-- to do: more -->')).toEqual([]);
  });
});

describe('what is wrong with a text is told with its place', () => {
  it.each([
    ['::activty{#a}', '1:1 C402 There is no directive named `activty`. Did you mean `activity`?'],
    [
      '::pattern{#outbox}',
      '1:1 C403 The directive `pattern` is not available yet. Leave it out for now; the rest of the lesson stands without it.',
    ],
    [
      '::note',
      '1:1 C404 The directive `note` is not written in its form. Write a line `:::note`, the text, and a line `:::`.',
    ],
    [
      'Here :activity{#a} is.',
      '1:6 C404 The directive `activity` is not written in its form. Write `::activity{#ID}` on a line of its own.',
    ],
    [
      ':::details\nx\n:::',
      '1:1 C404 The directive `details` is not written in its form. Write a line `:::details[Title]`, the text, and a line `:::`.',
    ],
    [
      'Words.\n\n:::note\nOpen.\n',
      '3:1 C405 The `note` that begins here is never closed, so it swallows the rest of the lesson. Close it with a line of `:::`.',
    ],
    [
      '::code{file="a" line="2"}',
      '1:1 C406 The directive `code` has no attribute `line`. Did you mean `lines`?',
    ],
    [
      '::activity',
      '1:1 C407 The directive `activity` does not say which. Write `::activity{#ID}` on a line of its own.',
    ],
    [
      '::code{file="outbox-table/solution.yml"}',
      '1:1 C408 This lesson has no file `outbox-table/solution.yml` to show. Did you mean `outbox-table/solution.yaml`?',
    ],
    [
      '::code{file="outbox-table/solution.yaml" lines="2-4"}',
      '1:1 C409 The lines `2-4` are not in `outbox-table/solution.yaml`, which has 3. Write a first and a last line, such as `lines="2-8"`, or a single one.',
    ],
    ['[up](#hight)\n\n## Height', '1:1 C414 No heading of this lesson is `#hight`. Did you mean `height`?'],
    [
      '![](images/relay.svg)',
      '1:1 C416 The image `images/relay.svg` has no words for those who cannot see it. Say what it shows between the square brackets.',
    ],
    ['```yml2\n```', '1:1 C417 There are no colours for the language `yml2`. Did you mean `yml`?'],
    [
      '# One',
      '1:1 C418 The title of the page comes from the frontmatter, and a page has one title. Begin sections with `##`.',
    ],
    [
      '- A list:\n\n  ```yaml\n  a: 1\n  a: 2\n  ```',
      '5:3 yaml-duplicate-key `a` is written twice here; it already stands on line 4. Keep one of the two.',
    ],
  ])('%j', (text, problem) => {
    expect(told(text)).toContain(problem);
  });

  it('an activity that is unknown, placed twice or never', () => {
    expect(told('::activity{#one}\n\n::activity{#one}\n\n::activity{#won}\n', ['one', 'two'])).toEqual([
      '3:1 C411 The activity `one` is placed a second time. It is one exercise with one state. Remove one of the two places.',
      '5:1 C410 This lesson has no activity `won`. Did you mean `one`?',
      '1:1 C412 The activity `two` is never placed, so no learner would come to it. Write `::activity{#two}` on a line of its own where it belongs.',
    ]);
  });
});
