// What a command prints that may be long, or that nobody reads to its end.

/** From here on, a reader that has seen enough (`| head`) ends the command without a word. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** Prints a text, and waits until it has been taken. */
export const print = (text: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });

/** Tells on standard error what went wrong. */
export const complain = (words: string): void => {
  process.stderr.write(`${words}\n`);
};
