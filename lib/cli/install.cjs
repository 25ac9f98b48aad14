// Makes node_modules match package-lock.json, and does nothing when it already does. It runs before any
// dependency is there and on whatever Node a newcomer has, so it is CommonJS without later syntax. Only standard
// error is written to: the command that follows owns standard output.

const NEEDED = [20, 19];

/** Whether a version such as `20.20.2` is at least the one that `engines` in package.json asks for. */
function isRecent(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/**
 * Whether what npm recorded as installed (`node_modules/.package-lock.json`) holds every package of the lock file.
 * A package for another kind of machine may be missing; one too many does no harm.
 */
function matches(lock, installed) {
  return Object.keys(lock.packages)
    .filter((path) => path !== '')
    .every((path) => {
      const wanted = lock.packages[path];
      const found = installed.packages[path];
      return found
        ? found.version === wanted.version && found.integrity === wanted.integrity
        : wanted.optional;
    });
}

function isInstalled(root) {
  const fs = require('node:fs');
  const { join } = require('node:path');
  const read = (path) => JSON.parse(fs.readFileSync(join(root, path), 'utf8'));
  try {
    const installed = read('node_modules/.package-lock.json');
    return (
      matches(read('package-lock.json'), installed) &&
      Object.keys(installed.packages).every((path) => fs.existsSync(join(root, path, 'package.json')))
    );
  } catch (_) {
    return false;
  }
}

/** Runs npm's own clean install; true when it succeeded. */
function install(root) {
  const { spawnSync } = require('node:child_process');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(command, first.concat('ci', '--include=dev', '--no-audit', '--no-fund'), {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  });
  return status === 0;
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function main() {
  const version = process.versions.node;
  if (!isRecent(version)) {
    fail(
      `At Least Once needs Node ${NEEDED.join('.')} or newer, and this is Node ${version}: see https://nodejs.org.`,
    );
    return;
  }
  const root = require('node:path').join(__dirname, '../..');
  if (isInstalled(root)) return;
  process.stderr.write('Installing the dependencies; this takes about a minute the first time.\n');
  if (!install(root)) {
    fail(
      'The dependencies could not be installed: npm says why above. Mend that, then run the command again.',
    );
  }
}

module.exports = { isRecent, matches };
if (require.main === module) main();
