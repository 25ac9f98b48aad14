// Where a worker thread of Node begins; the address of what it runs comes as its data. Node runs no
// TypeScript, so the loader comes first. Plain JavaScript for that reason.
const { join } = require('node:path');
const { workerData } = require('node:worker_threads');

async function begin() {
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: join(__dirname, '../../tsconfig.json') });
  await import(workerData);
}

begin().catch((error) => {
  throw error;
});
