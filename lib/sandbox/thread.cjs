// Where a worker thread begins: Node runs no TypeScript, so the loader comes first. Plain JavaScript for that reason.
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

async function begin() {
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: join(__dirname, '../../tsconfig.json') });
  await import(pathToFileURL(join(__dirname, 'thread.ts')).href);
}

begin().catch((error) => {
  throw error;
});
