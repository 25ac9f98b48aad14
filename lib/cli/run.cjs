// node lib/cli/run.cjs NAME ARGUMENTS…: runs the command NAME.ts of this folder in this very process. Plain JavaScript,
// so that it can say in one sentence that the dependencies are missing; it never writes to standard output.
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const [node, , name = '', ...rest] = process.argv;
const command = join(__dirname, `${name}.ts`);

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exitCode = 2;
}

async function run() {
  const loader = await import('tsx/esm/api').catch(() => null);
  if (loader === null) return fail('The dependencies are not installed: run npm ci first.');
  loader.register({ tsconfig: join(__dirname, '../../tsconfig.json') });
  process.argv = [node, command, ...rest];
  await import(pathToFileURL(command).href);
}

run().catch((error) => fail(error?.stack ?? String(error)));
