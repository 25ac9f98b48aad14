import type { Token, TokenKind } from './tokens';

/** What a pattern's named groups caught. */
export type Groups = { readonly [name: string]: string | undefined };

/** The line in order and whole: its tokens joined are the line. What the pattern leaves out is plain. */
export function cutLine(
  line: string,
  pieces: RegExp,
  kindOf: (groups: Groups) => TokenKind,
): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(pieces)) {
    if (match.index > end) tokens.push({ kind: 'plain', text: line.slice(end, match.index) });
    tokens.push({ kind: kindOf(match.groups ?? {}), text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < line.length) tokens.push({ kind: 'plain', text: line.slice(end) });
  return tokens;
}
