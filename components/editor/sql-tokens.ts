// The colours of a line of SQL. A comment or a string of several lines is coloured on its first line only.
import { cutLine, type Groups } from './cut-line';
import type { Token, TokenKind } from './tokens';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const KEYWORDS = words(
  'add all alter analyze and any array as asc before begin between by case cast chain check commit conflict constraint ' +
    'create cross current cycle declare default deferrable delete desc distinct do drop each else end except excluded ' +
    'execute exists explain false filter first following for foreign from full function group having if ilike in index ' +
    'inner insert intersect interval into is isolation join key last lateral left level like limit lock locked merge ' +
    'natural next not notify nothing nowait null nulls of offset on only or order outer over partition preceding primary ' +
    'procedure read recursive references release replace returning returns right rollback row rows savepoint select ' +
    'serializable session set share skip start table temp temporary then to transaction trigger true truncate unbounded ' +
    'union unique update using values view when where window with within work',
);

const TYPES = words(
  'bigint bigserial boolean bool bytea char date double float4 float8 int int2 int4 int8 integer json jsonb numeric ' +
    'precision real serial smallint text time timestamp timestamptz uuid varchar zone',
);

const PIECES =
  /(?<comment>--.*|\/\*.*?(?:\*\/|$))|(?<kept>'(?:[^']|'')*(?:'|$)|"[^"]*(?:"|$)|\$\w*\$)|(?<parameter>\$\d+)|(?<word>[A-Za-z_][\w$]*)/g;

/** The line in order and whole: its tokens joined are the line. */
export const tokensOfSql = (line: string): readonly Token[] => cutLine(line, PIECES, kindOf);

function kindOf({ comment, parameter, word }: Groups): TokenKind {
  if (comment !== undefined) return 'comment';
  if (parameter !== undefined) return 'type';
  if (word === undefined) return 'plain';
  if (KEYWORDS.has(word.toLowerCase())) return 'key';
  return TYPES.has(word.toLowerCase()) ? 'type' : 'plain';
}
