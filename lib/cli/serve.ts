// The export, served as a good static host would: compressed copies where a browser takes them, files that bear a
// hash for ever, all else asked for anew, and the content security policy on the scripts that become workers, which
// no page's meta tag covers.

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { policyOf } from '@/lib/build/content-security';

export type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers for the files in a folder, below a path such as `/course` or at the root with `''`. */
export function siteHandler(folder: string, basePath: string): Handle {
  const files = sirv(folder, { etag: true, brotli: true, gzip: true, setHeaders });
  const notFound = readFileSync(join(folder, '404.html'));
  return (request, response) => {
    const sayNotFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-cache' });
      response.end(request.method === 'HEAD' ? undefined : notFound);
    };
    const below = pathBelow(basePath, request.url ?? '/');
    if (below === null) return sayNotFound();
    request.url = below;
    files(request, response, sayNotFound);
  };
}

/** What of an address's path stands below the base path; null when it stands elsewhere. */
export function pathBelow(basePath: string, path: string): string | null {
  if (basePath === '') return path;
  if (path === basePath) return '/';
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : null;
}

const bearsHash = /^\/_next\/static\/|^\/database\/.*-[\da-f]{12}\./;

function setHeaders(response: ServerResponse, path: string): void {
  response.setHeader(
    'cache-control',
    bearsHash.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'same-origin');
  if (path.endsWith('.js')) response.setHeader('content-security-policy', policyOf([]));
  if (path.endsWith('.data')) response.setHeader('content-type', 'application/octet-stream');
}

/** A server on a port; 0 is any free one. */
export async function listen(port: number, handle: Handle): Promise<Server> {
  const server = createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}

/** Where a browser finds the site. */
export const addressOf = (server: Server, basePath: string): string =>
  `http://localhost:${(server.address() as AddressInfo).port}${basePath}/`;
