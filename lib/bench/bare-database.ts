// The least that a page can do for the same database: an empty document and one worker. What the site's page takes
// longer than this, the site itself costs.

import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { type Handle, siteHandler } from '@/lib/cli/serve';

/** Serves the bare page at the root, PGlite's package, and the database files of the site in a folder. */
export function bareHandler(site: string): Handle {
  const page = sirv(fileURLToPath(new URL('bare-database', import.meta.url)));
  const pglite = sirv(fileURLToPath(new URL('.', import.meta.resolve('@electric-sql/pglite'))));
  const files = siteHandler(site, '');
  return (request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/database/')) return files(request, response);
    const isPackage = path.startsWith('/pglite/');
    if (isPackage) request.url = path.slice('/pglite'.length);
    (isPackage ? pglite : page)(request, response, () => void response.writeHead(404).end());
  };
}
