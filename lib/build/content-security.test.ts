import { describe, expect, it } from 'vitest';
import { inlineScripts, policyOf, secured } from './content-security';

const page = (head: string, body = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

describe('the inline scripts of a page', () => {
  it.each([
    ['none', '<p>Read on</p>', []],
    ['one', '<script>go()</script>', ['go()']],
    ['several, over lines', '<script>a\n</script><p></p><script>b</script>', ['a\n', 'b']],
    ['with attributes', '<script id="_R_" data-a="1 > 0">go()</script>', ['go()']],
    ['a module', '<script type="module">go()</script>', ['go()']],
    ['in capitals', '<SCRIPT TYPE="Text/JavaScript">go()</SCRIPT >', ['go()']],
    ['an import map', '<script type=importmap>{}</script>', ['{}']],
    ['not one that is loaded', '<script src="/a.js" async=""></script>', []],
    ['one whose attributes only sound like a source', '<script data-src="/a.js">go()</script>', ['go()']],
    ['not data', '<script type="application/ld+json">{"a":1}</script>', []],
    ['not a script that is shown', '<code>&lt;script>alert(1)&lt;/script></code>', []],
  ])('%s', (_, html, expected) => {
    expect(inlineScripts(page('', html))).toEqual(expected);
  });
});

describe('the policy', () => {
  it('names the hash of an inline script, as a browser computes it', () => {
    // From the CSP specification's own example.
    expect(policyOf(["alert('Hello, world.');"])).toContain(
      "script-src 'self' 'wasm-unsafe-eval' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
    );
  });
  it('names a script that stands twice once', () => {
    expect(policyOf(['a', 'a'])).toBe(policyOf(['a']));
  });
  it('hashes what the parser makes of line ends', () => {
    expect(policyOf(['a\r\nb'])).toBe(policyOf(['a\nb']));
  });
  it('allows neither inline scripts at large nor eval', () => {
    const scripts = policyOf(['a'])
      .split('; ')
      .find((directive) => directive.startsWith('script-src'));
    expect(scripts).not.toMatch(/unsafe-inline|'unsafe-eval'|data:|blob:|\*|http/);
  });
  it('starts from nothing', () => {
    expect(policyOf([])).toMatch(/^default-src 'none'; /);
  });
});

describe('a secured page', () => {
  it('has its policy after the charset and before all else', () => {
    const secure = secured(page('<meta charSet="utf-8"/><link rel="stylesheet" href="/a.css"/>'));
    expect(secure).toContain(
      `<head><meta charSet="utf-8"/><meta http-equiv="Content-Security-Policy" content="${policyOf([])}"/><link`,
    );
  });
  it('has it first where no charset is', () => {
    expect(secured(page('<title>A</title>'))).toContain('<head><meta http-equiv="Content-Security-Policy"');
  });
  it('is otherwise what it was, dollar signs and all', () => {
    const before = page('<meta charset="utf-8">', '<script>$& $1 $$</script>');
    expect(secured(before).replace(/<meta http-equiv[^>]*>/, '')).toBe(before);
  });
  it('needs a head', () => {
    expect(() => secured('<p>')).toThrow('A page without a head cannot carry a policy.');
  });
});
