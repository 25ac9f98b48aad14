// Commands for tests, each in a process of its own.
import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run NAME -- ARGUMENTS`, and stops reading after so many characters, if that is said. */
export function runCommand(
  args: readonly string[],
  { input = '', upTo = Number.POSITIVE_INFINITY }: { readonly input?: string; readonly upTo?: number } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['lib/cli/run.cjs', ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.length >= upTo) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    // A reader may stop before the input ends.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
