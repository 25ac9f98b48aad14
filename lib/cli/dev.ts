// npm run dev: Next's development server, with what follows the command handed on, such as `-- --port 3001`.

import { runNext } from '@/lib/build/next';
import { makeDatabaseFiles } from '@/lib/build/snapshot';

await makeDatabaseFiles();
process.exitCode = (await runNext(['dev', ...process.argv.slice(2)])) ?? 0;
