// How words that stand in a message are listed, and which of them was perhaps meant.
import { closest, distance } from 'fastest-levenshtein';

/** Words as code, one after the other. */
export const list = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

/** "Did you mean `x`?" when something is near enough, else all there is. */
export function suggest(word: string, known: readonly string[]): string {
  if (known.length === 0) return 'There is none yet.';
  const near = closest(word, known as string[]);
  const isNear = distance(word.toLowerCase(), near.toLowerCase()) <= Math.max(2, word.length / 3);
  return isNear ? `Did you mean \`${near}\`?` : `Known are ${list(known)}.`;
}
