// npm start: the site, built if need be, on PORT or 3000.

import { BuildFailure, buildIfNeeded, SITE } from '@/lib/build/site';
import { addressOf, listen, siteHandler } from './serve';

const basePath = process.env['BASE_PATH'] ?? '';
const given = process.env['PORT'] ?? '3000';
const port = Number(given);

/** One sentence for what a person can mend; anything else is a bug and throws. */
function explain(error: unknown): string {
  if (error instanceof BuildFailure) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return `Port ${given} is busy: stop what runs there, or choose another port, as in PORT=${port + 1} npm start.`;
  }
  if (code === 'EACCES') return `Port ${given} may not be used: choose another, as in PORT=3000 npm start.`;
  if (code === 'ERR_SOCKET_BAD_PORT') return `PORT is a number from 0 to 65535, and this is ${given}.`;
  throw error;
}

/** A busy port is known before the minute that a build takes. */
async function assertFree(): Promise<void> {
  const server = await listen(port, () => undefined);
  server.close();
}

try {
  await assertFree();
  await buildIfNeeded();
  const server = await listen(port, siteHandler(SITE, basePath));
  process.stdout.write(`At Least Once is at ${addressOf(server, basePath)}\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
