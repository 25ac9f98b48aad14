/** What stopped the reading, in plain words, with offsets into the text. */
export interface YamlCause {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly start: number;
  readonly end: number;
}

/** The line, from 1, on which an offset falls. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split(/\r\n?|\n/).length;
}

/** Says in plain words why the parser stopped. Its own offset is where it gave up; the mistake is often earlier. */
export function explain(reason: string, position: number, source: string): YamlCause {
  const offset = Math.min(position, source.length);
  const finding =
    unreadable(reason, offset, source) ??
    tab(reason, offset, source) ??
    unclosed(reason, offset, source) ??
    missingSpace(offset, source) ??
    byReason(reason, offset, source);
  return finding;
}

const cause = (
  code: string,
  start: number,
  length: number,
  message: string,
  hint: string | null = null,
): YamlCause => ({ code, message, hint, start, end: start + length });

function unreadable(reason: string, offset: number, source: string): YamlCause | null {
  const control = /null byte|non-printable|JSON character/.test(reason);
  if (!control) return null;
  const start = source[offset] === undefined ? Math.max(0, offset - 1) : offset;
  return cause(
    'yaml-binary',
    source.includes('\0') ? source.indexOf('\0') : start,
    1,
    'There is a character here that is no text, as if a binary file had been pasted.',
    'Save the file as plain UTF-8 text.',
  );
}

function tab(reason: string, offset: number, source: string): YamlCause | null {
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/.exec(source.slice(lineStart))?.[0] ?? '';
  const at = indent.indexOf('\t');
  if (at < 0 && !reason.startsWith('tab characters')) return null;
  const start = at < 0 ? offset : lineStart + at;
  const message = 'This line is indented with a tab. YAML allows only spaces there.';
  return cause('yaml-tab', start, 1, message, 'Replace each tab with two spaces.');
}

/** A quote or bracket that was opened and not closed before the parser gave up. */
function unclosed(reason: string, offset: number, source: string): YamlCause | null {
  if (!/deficient indentation|unexpected end|missed comma|expected the node/.test(reason)) return null;
  const open = lastOpen(source.slice(0, offset));
  if (open === null) return null;
  const sign = source[open] ?? '';
  if (sign === '"' || sign === "'") {
    const message = `The quote ${sign} opened here is never closed.`;
    return cause('yaml-unclosed-quote', open, 1, message, `Put a second ${sign} after the text.`);
  }
  return betweenBrackets(reason, offset, source) ?? unclosedBracket(open, sign);
}

/** Trouble inside brackets that are closed well enough. */
function betweenBrackets(reason: string, offset: number, source: string): YamlCause | null {
  const sign = source[offset] ?? '';
  if (sign === ',') return strayComma(offset);
  if (reason.startsWith('missed comma')) {
    if (/[[{]/.test(sign)) return bracketInText(offset);
    return /[\])}]/.test(sign) ? null : missingComma(offset);
  }
  return reason === 'deficient indentation' && lastOpen(source) === null ? tooFarLeft(offset) : null;
}

function unclosedBracket(open: number, sign: string): YamlCause {
  const message = `The bracket \`${sign}\` opened here is never closed.`;
  const hint = `Put \`${sign === '{' ? '}' : ']'}\` after its last entry.`;
  return cause('yaml-unclosed-bracket', open, 1, message, hint);
}

const tooFarLeft = (offset: number): YamlCause => {
  const message = 'This line begins too far left: it belongs to a bracket opened further up.';
  return cause('yaml-indentation', offset, 1, message, 'Set it in by at least one space.');
};

const bracketInText = (offset: number): YamlCause => {
  const message = 'A bracket cannot follow a word here: it would begin a list or a map.';
  return cause(
    'yaml-bracket-in-text',
    offset,
    1,
    message,
    'Put the whole value in quotes, as in `"text[]"`.',
  );
};

const missingComma = (offset: number): YamlCause => {
  const message = 'A comma is missing before this: between brackets, entries are separated by commas.';
  return cause('yaml-missing-comma', offset, 1, message, 'As in `{ name: id, type: bigint }`.');
};

const strayComma = (offset: number): YamlCause =>
  cause('yaml-stray-comma', offset, 1, 'There is a comma too many here.', 'Delete it.');

// A comment, a quoted text (whose second quote may be missing), or a bracket.
const TOKENS =
  /(?<=^|\s)#[^\n]*|(?<=^|[\s,:[{])(?:"(?:\\[\s\S]|[^"\\])*(?<double>"?)|'(?:''|[^'])*(?<single>'?))|[[\]{}]/g;

/** Offset of the innermost quote or bracket still open at the end of the text; null when none is. */
function lastOpen(text: string): number | null {
  const open: number[] = [];
  for (const token of text.matchAll(TOKENS)) {
    if (token.groups?.['double'] === '' || token.groups?.['single'] === '') return token.index;
    if (token[0] === '{' || token[0] === '[') open.push(token.index);
    if (token[0] === '}' || token[0] === ']') open.pop();
  }
  return open.at(-1) ?? null;
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

/** `name:id`: a word and a colon with nothing between it and the next. The parser only stumbles a line or two later. */
function missingSpace(offset: number, source: string): YamlCause | null {
  const lines = source.slice(0, endOfLine(source, offset)).split('\n');
  for (let index = lines.length - 1; index >= Math.max(0, lines.length - 3); index -= 1) {
    const match = /^(\s*(?:- +)?[A-Za-z_]\w*):(?=[\w"'[{])/.exec(lines[index] ?? '');
    if (match === null) continue;
    const lineStart = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
    const start = lineStart + (match[1] ?? '').length;
    const key = (match[1] ?? '').replace(/^[\s-]+/, '');
    return cause(
      'yaml-missing-space',
      start,
      1,
      `A space is missing after the colon of \`${key}:\`.`,
      `Write \`${key}: …\` with a space.`,
    );
  }
  return null;
}

const reasons: readonly (readonly [RegExp, string, string, string | null])[] = [
  [
    /exceeded maxDepth/,
    'yaml-too-deep',
    'This is nested more than 50 levels deep, so it was not read.',
    null,
  ],
  [
    /exceeded maxAliases/,
    'yaml-aliases',
    'There are too many aliases here, so it was not read.',
    'Write the values out.',
  ],
  [
    /multiline key|':' after a mapping key/,
    'yaml-missing-colon',
    'A colon is missing here: each line of a map reads `key: value`.',
    null,
  ],
  [
    /tag|directive/,
    'yaml-tag',
    'Tags (`!…`) and directives (`%…`) are not used here.',
    'Delete it, or quote the text that begins with the sign.',
  ],
  [
    /escape sequence|hexadecimal/,
    'yaml-escape',
    'The backslash before this begins an escape that YAML does not know.',
    'Use single quotes, in which a backslash is only a backslash.',
  ],
  [
    /block scalar|chomping|indentation width|line break is expected/,
    'yaml-block-text',
    'After `|` or `>` the text begins on a line of its own.',
    null,
  ],
];

function byReason(reason: string, offset: number, source: string): YamlCause {
  for (const [pattern, code, message, hint] of reasons) {
    if (pattern.test(reason)) return cause(code, offset, 1, message, hint);
  }
  const sign = source[offset] ?? '';
  if (sign !== '' && '@`%'.includes(sign)) {
    const shown = sign === '`' ? 'A backtick' : `\`${sign}\``;
    const message = `${shown} cannot begin a value in YAML.`;
    return cause('yaml-reserved-sign', offset, 1, message, 'Put the whole value in quotes.');
  }
  if (sign === '}' || sign === ']') {
    const message = `This \`${sign}\` closes a bracket that was never opened.`;
    return cause('yaml-stray-bracket', offset, 1, message, 'Delete it, or open it before.');
  }
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  if (sign === ':' && !before.includes(':')) {
    const start = offset - before.trimStart().length;
    const message = 'This line is set further in than the one above it, which holds a value already.';
    return cause('yaml-indentation', start, 1, message, 'Keys of one map begin in the same column.');
  }
  if (sign === ':') {
    const message = 'There is a second colon on this line, and only one `key: value` fits on it.';
    return cause('yaml-second-colon', offset, 1, message, 'Put text that holds a colon in quotes.');
  }
  if (/indentation|end of the stream or a document/.test(reason)) {
    const message = 'This line does not line up with the ones above it.';
    const hint = 'What belongs together begins in the same column: keys under keys, dashes under dashes.';
    return cause('yaml-indentation', offset, 1, message, hint);
  }
  return cause('yaml-unreadable', offset, 1, 'This cannot be read as YAML from here on.', null);
}
