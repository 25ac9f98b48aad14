// node lib/cli/run.cjs NAME ARGUMENTS…: runs the command NAME.ts of this folder in this very process. Plain JavaScript,
// so that it can say in one sentence that the dependencies are missing; it never writes to standard output. What a command
// did not expect ends it with 70, which no command uses for an answer.
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const [node, , name = '', ...rest] = process.argv;
const command = join(__dirname, `${name}.ts`);

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exitCode = 2;
}

function breakDown(error) {
  const mistake = 'This command broke down, by a mistake of its own and not of what it was given:';
  process.stderr.write(`${mistake}\n${error?.stack ?? String(error)}\n`);
  process.exit(70);
}

async function run() {
  const loader = await import('tsx/esm/api').catch(() => null);
  if (loader === null) return fail('The dependencies are not installed: run npm ci first.');
  loader.register({ tsconfig: join(__dirname, '../../tsconfig.json') });
  process.argv = [node, command, ...rest];
  await import(pathToFileURL(command).href);
}

// Also what is thrown later, outside any promise that somebody awaits.
process.on('uncaughtException', breakDown);
run().catch(breakDown);
