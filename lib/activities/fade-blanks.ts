// A solution with its telling parts taken out. It reads words, strings and comments, and needs no parser: what it makes
// is a text for people, and whether that passes is for the check to say.
import type { AnswerLanguage } from './kind';

/** What a learner is to replace. It is a word in each of the languages, though none that means anything. */
const BLANK = '___';

/** How a comment begins that ends with its line. */
export const COMMENT: Readonly<Record<AnswerLanguage, string>> = { yaml: '#', sql: '--', typescript: '//' };

/** The text with its telling parts replaced; the same text where it has none. */
export function blanksIn(text: string, language: AnswerLanguage): string {
  switch (language) {
    case 'yaml':
      return text.split('\n').map(blankValues).join('\n');
    case 'sql':
      return blankWords(text);
    default:
      return blankCalls(text);
  }
}

/** A key and its value: `key: value`, also within `{ … }` or `[ … ]`; the value up to `,`, a bracket or a comment. */
const PAIR =
  /(?<before>^\s*(?:- +)?|[{,]\s*)(?<key>[\w-]+|"[^"]*")(?<colon>:\s+)(?<value>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s{[#|>&,"'][^,}\]#]*)/g;

/** The first key of a list's item says which it is, and stays. */
function blankValues(line: string): string {
  if (/^\s*#/.test(line)) return line;
  if (/^\s*- +[^{[]*$/.test(line) && !/^\s*- +[\w-]+:/.test(line)) return blankItem(line);
  let first = /^\s*- /.test(line);
  return line.replace(PAIR, (...found) => {
    const { before, key, colon, value } = found.at(-1) as Readonly<Record<string, string>>;
    const names = first;
    first = false;
    return names ? `${before}${key}${colon}${value}` : `${before}${key}${colon}${blankFor(value ?? '')}`;
  });
}

const blankItem = (line: string): string => line.replace(/^(\s*- +)[^#]*?(\s*#.*)?$/, `$1${BLANK}$2`);

/** As wide as what stood there, so that columns of text stay columns. */
const blankFor = (value: string): string => `${BLANK}${/\s*$/.exec(value)?.[0] ?? ''}`;

const SQL_PARTS =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>\$(\w*)\$[\s\S]*?\$\3\$|'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*")|(?<parameter>\$\d+)|(?<number>\b\d[\w.]*)|(?<word>[A-Za-z_]\w*)/g;

/** The word after one of these decides what the statement does. */
const TELLING: ReadonlySet<string> = new Set(
  'and by conflict do for from into is join limit on or returning set skip where'.split(' '),
);

/** The word after a telling one, and every literal. A telling word that follows another stays, and the next one goes. */
function blankWords(text: string): string {
  let isTold = false;
  return text.replace(SQL_PARTS, (part, ...found) => {
    const { comment, word } = found.at(-1) as Readonly<Record<string, string | undefined>>;
    if (comment !== undefined) return part;
    if (word === undefined && !part.startsWith('"')) return BLANK;
    const before = isTold;
    isTold = TELLING.has(part.toLowerCase());
    return before && !isTold ? BLANK : part;
  });
}

const CODE_PARTS =
  /(?<kept>\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?<dot>\?*\.)(?<call>[A-Za-z_$][\w$]*)(?=\()(?<plain>\([\w$.\s,]*\))?/g;

/** What is called on something, and what it is given where that is a name. Comments and strings stay. */
const blankCalls = (text: string): string =>
  text.replace(CODE_PARTS, (part, ...found) => {
    const { kept, dot, plain } = found.at(-1) as Readonly<Record<string, string | undefined>>;
    if (kept !== undefined) return part;
    if (plain === undefined) return `${dot}${BLANK}`;
    return `${dot}${BLANK}(${/[\w$]/.test(plain) ? BLANK : ''})`;
  });
