// The colours of a line of TypeScript. A comment or a template of several lines is coloured on its first line only.
import { cutLine, type Groups } from './cut-line';
import type { Token, TokenKind } from './tokens';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const KEYWORDS = words(
  'as async await break case catch class const continue default delete do else enum export extends finally for from ' +
    'function get if implements import in instanceof interface let new of private protected public readonly return ' +
    'satisfies set static super switch this throw try type typeof var void while yield',
);

const TYPES = words('any boolean false never null number object string true undefined unknown');

const PIECES =
  /(?<comment>\/\/.*|\/\*.*?(?:\*\/|$))|(?<kept>'(?:\\.|[^'\\])*(?:'|$)|"(?:\\.|[^"\\])*(?:"|$)|`(?:\\.|[^`\\])*(?:`|$))|(?<member>\??\.\s*[A-Za-z_$][\w$]*)|(?<word>[A-Za-z_$][\w$]*)/g;

/** The line in order and whole: its tokens joined are the line. */
export const tokensOfTypescript = (line: string): readonly Token[] => cutLine(line, PIECES, kindOf);

function kindOf({ comment, kept, word }: Groups): TokenKind {
  if (comment !== undefined) return 'comment';
  if (kept !== undefined) return 'type';
  // A name after a dot is nobody's keyword.
  if (word === undefined) return 'plain';
  if (KEYWORDS.has(word)) return 'key';
  return TYPES.has(word) || /^[A-Z]/.test(word) ? 'type' : 'plain';
}
