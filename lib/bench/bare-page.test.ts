import { expect, it } from 'vitest';
import { barePage } from './bare-page';

it('a bare page keeps the words and how they stand, and nothing that is loaded or run', () => {
  const page = `<!DOCTYPE html><html><head><title>A &amp; B</title><link href="/a.css"></head><body class="x"><script>go()</script>
<main class="y"><h1 id="a">Title</h1><p>Some <em>words</em> &lt;b></p><svg><path/></svg><textarea>x</textarea></main></body></html>`;
  expect(barePage(page)).toBe(
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A &amp; B</title></head><body>\n<main><h1>Title</h1><p>Some words &lt;b></p>x</main></body></html>',
  );
});
