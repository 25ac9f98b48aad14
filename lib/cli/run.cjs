// node lib/cli/run.cjs NAME ARGUMENTS…: runs the command NAME.ts of this folder in this very process. Plain JavaScript,
// so that it can say in one sentence that the dependencies are missing; nothing but the command writes to standard output.
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const [, , name = '', ...rest] = process.argv;

async function run() {
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: join(__dirname, '../../tsconfig.json') });
  process.argv = [process.argv[0], join(__dirname, `${name}.ts`), ...rest];
  await import(pathToFileURL(process.argv[1]).href);
}

run().catch((error) => {
  const missing = error?.code === 'ERR_MODULE_NOT_FOUND' || error?.code === 'MODULE_NOT_FOUND';
  process.stderr.write(
    missing ? 'The dependencies are not installed. Run `npm ci` first.\n' : `${error?.stack ?? error}\n`,
  );
  process.exitCode = 2;
});
