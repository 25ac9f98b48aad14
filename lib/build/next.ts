import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

/**
 * Runs Next's own command in a process of its own and gives its exit code. What it says goes to standard error:
 * standard output belongs to the command that called. It ends when the caller does.
 */
export function runNext(parameters: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const program = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [program, ...parameters], {
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...settings },
  });
  process.once('exit', () => child.kill());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  return new Promise<number | null>((resolve) => child.once('close', resolve));
}
