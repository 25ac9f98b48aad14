/** A word, a value or a sign of a condition. */
export interface Token {
  readonly kind: 'word' | 'number' | 'text' | 'compare' | 'sign';
  /** Words in lower case, a text without its quotes, `<>` for `!=`. */
  readonly text: string;
  /** As it stands there, for messages. */
  readonly shown: string;
}

const FORM =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>-?\d{1,15}(?:\.\d{1,10})?(?![\w.]))|(?<word>[a-z_][a-z0-9_]*)|(?<compare><=|>=|<>|!=|=|<|>)|(?<sign>[(),]))/iy;

/** The parts of a condition; or, as a text, the sentence that says what cannot be one. */
export function readTokens(text: string): readonly Token[] | string {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  FORM.lastIndex = 0;
  while (FORM.lastIndex < source.length) {
    const from = FORM.lastIndex;
    const found = FORM.exec(source);
    if (found === null) return refusal(source.slice(from).trimStart());
    tokens.push(tokenOf(found));
  }
  return tokens;
}

function tokenOf({ 0: whole, groups = {} }: RegExpExecArray): Token {
  const shown = `\`${whole.trim()}\``;
  const { text, number, word, compare, sign = '' } = groups;
  if (text !== undefined) return { kind: 'text', text: text.slice(1, -1).replaceAll("''", "'"), shown };
  if (number !== undefined) return { kind: 'number', text: number, shown };
  if (word !== undefined) return { kind: 'word', text: word.toLowerCase(), shown };
  if (compare !== undefined) return { kind: 'compare', text: compare === '!=' ? '<>' : compare, shown };
  return { kind: 'sign', text: sign, shown };
}

function refusal(rest: string): string {
  if (rest.startsWith("'")) return 'A single quote is left open.';
  if (rest.startsWith('"')) return 'A text stands in single quotes here; double quotes are for names in SQL.';
  if (rest.startsWith(';')) return 'A `;` ends a statement, and a condition is none.';
  if (rest.startsWith('--') || rest.startsWith('/*'))
    return 'There is no place for a comment in a condition.';
  return `A condition holds no \`${[...rest][0] ?? ''}\`.`;
}
