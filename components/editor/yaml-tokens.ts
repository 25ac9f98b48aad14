// The colours of a line of YAML.
import type { Token, TokenKind } from './tokens';

const PIECES =
  /(?<comment>(?<=^|\s)#.*)|(?<type>(?<=(?:^|[\s{,])type:\s+)[^\s,{}#'"][^,}#]*)|(?<quoted>"(?:[^"\\]|\\.)*"|'[^']*')|(?<key>[\w$-]+(?=\s*:(?:\s|$)))/g;

/** The line in order and whole: its tokens joined are the line. */
export function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(PIECES)) {
    if (match.index > end) tokens.push({ kind: 'plain', text: line.slice(end, match.index) });
    tokens.push({ kind: kindOf(match.groups ?? {}), text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < line.length) tokens.push({ kind: 'plain', text: line.slice(end) });
  return tokens;
}

function kindOf(groups: { readonly [name: string]: string | undefined }): TokenKind {
  if (groups['comment'] !== undefined) return 'comment';
  if (groups['type'] !== undefined) return 'type';
  return groups['key'] === undefined ? 'plain' : 'key';
}
