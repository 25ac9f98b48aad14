import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs Next's own command in a process of its own and gives its exit code. What it says goes to standard error:
 * standard output belongs to the command that called. While it runs it ends when the caller does, and a signal to the
 * caller is one to it; afterwards the caller's signals are its own again.
 */
export function runNext(parameters: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const program = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [program, ...parameters], {
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...settings },
  });
  const end = () => void child.kill();
  for (const event of ['exit', ...SIGNALS]) process.on(event, end);
  return new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      for (const event of ['exit', ...SIGNALS]) process.off(event, end);
      resolve(code);
    });
  });
}
