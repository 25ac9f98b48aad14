// The content security policy. Each page carries its own in a meta tag, with hashes for its inline scripts, so that
// any static host is safe. The parser is a regular expression: it only ever reads what Next writes, and what it
// might find too much is a hash that nothing uses.

import { createHash } from 'node:crypto';

const script = /<script\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)<\/script\s*>/gi;

/** What comes before the policy: the charset must stand within a page's first kilobyte, and loads nothing. */
const opening = /<head\b[^>]*>(?:<meta charset="[^"]*"\s*\/?>)?/i;

/** The types that a browser runs or obeys; any other makes the element a block of data. */
const running = new Set([
  '',
  'module',
  'importmap',
  'speculationrules',
  'text/javascript',
  'application/javascript',
]);

/** The policy of an answer whose inline scripts are these; without any, that of a worker's script. */
export function policyOf(inlineScripts: readonly string[]): string {
  const hashes = new Set(inlineScripts.map(hash));
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    // Monaco writes its theme and its positions into inline styles.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** The scripts that stand in a page itself, those that are mere data left out. */
export function inlineScripts(page: string): string[] {
  return [...page.matchAll(script)]
    .filter(([, attributes = '']) => !hasSource(attributes) && running.has(typeOf(attributes)))
    .map(([, , text = '']) => text);
}

/** The page with its policy before anything that loads or runs. */
export function secured(page: string): string {
  const start = opening.exec(page)?.[0];
  if (start === undefined) throw new Error('A page without a head cannot carry a policy.');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(inlineScripts(page))}"/>`;
  return page.replace(start, () => start + meta);
}

const hasSource = (attributes: string): boolean => /(?:^|\s)src\s*=/i.test(attributes);

const typeOf = (attributes: string): string =>
  (/(?:^|\s)type\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? '').toLowerCase();

/** A browser hashes what it parsed, and its parser knows one kind of line end. */
const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text.replaceAll(/\r\n?/g, '\n')).digest('base64')}'`;
