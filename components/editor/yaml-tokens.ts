// The colours of a line of YAML.
import { cutLine, type Groups } from './cut-line';
import type { Token, TokenKind } from './tokens';

const PIECES =
  /(?<comment>(?<=^|\s)#.*)|(?<type>(?<=(?:^|[\s{,])type:\s+)[^\s,{}#'"][^,}#]*)|(?<quoted>"(?:[^"\\]|\\.)*"|'[^']*')|(?<key>[\w$-]+(?=\s*:(?:\s|$)))/g;

/** The line in order and whole: its tokens joined are the line. */
export const tokensOf = (line: string): readonly Token[] => cutLine(line, PIECES, kindOf);

function kindOf(groups: Groups): TokenKind {
  if (groups['comment'] !== undefined) return 'comment';
  if (groups['type'] !== undefined) return 'type';
  return groups['key'] === undefined ? 'plain' : 'key';
}
