// npm run build: the site into out/, for any static host.

import { BuildFailure, build } from '@/lib/build/site';

try {
  await build();
} catch (error) {
  if (!(error instanceof BuildFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
