// The little language of checks and of an index's `where`: what a row says of one column. Nothing else reaches SQL.
import { readTokens, type Token } from './predicate-tokens';

export type Literal = string | number | boolean;

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** What is compared: a column, or how long its text is. */
export interface Term {
  readonly column: string;
  readonly length: boolean;
}

export type Predicate =
  | { readonly kind: 'compare'; readonly term: Term; readonly is: Comparison; readonly value: Literal }
  | { readonly kind: 'in'; readonly term: Term; readonly not: boolean; readonly values: readonly Literal[] }
  | {
      readonly kind: 'between';
      readonly term: Term;
      readonly not: boolean;
      readonly from: Literal;
      readonly to: Literal;
    }
  | { readonly kind: 'null'; readonly term: Term; readonly not: boolean }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Predicate[] };

export type PredicateReading =
  | { readonly ok: true; readonly predicate: Predicate }
  | { readonly ok: false; readonly message: string; readonly hint: string | null };

/** What is read beyond that is no exercise any more. */
const MAX_PREDICATE_LENGTH = 300;
const MAX_DEPTH = 10;

const FORMS =
  'It may compare a column with a value (`total >= 0`), or use `in (…)`, `between … and …`, `is null`, `length(…)`, `and`, `or` and `not`.';

/** Why a text cannot be read; caught where reading began. */
class Unread extends Error {
  readonly hint: string | null;
  constructor(message: string, hint: string | null = FORMS) {
    super(message);
    this.hint = hint;
  }
}

/** Reads a predicate. Which columns it may speak of is for its caller to say. */
export function readPredicate(text: string): PredicateReading {
  if (text.length > MAX_PREDICATE_LENGTH) {
    return {
      ok: false,
      message: `A condition is at most ${MAX_PREDICATE_LENGTH} characters long here.`,
      hint: null,
    };
  }
  const tokens = readTokens(text);
  if (typeof tokens === 'string') return { ok: false, message: tokens, hint: FORMS };
  if (tokens.length === 0) return { ok: false, message: 'There is no condition here.', hint: FORMS };
  try {
    const reader = new Reader(tokens);
    return { ok: true, predicate: reader.whole() };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return { ok: false, message: error.message, hint: error.hint };
  }
}

/** The columns that a predicate speaks of, each once. */
export function columnsOf(predicate: Predicate): readonly string[] {
  switch (predicate.kind) {
    case 'not':
      return columnsOf(predicate.of);
    case 'and':
    case 'or':
      return [...new Set(predicate.of.flatMap(columnsOf))];
    default:
      return [predicate.term.column];
  }
}

/** Words that are no column. */
const KEPT: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'between',
  'is',
  'null',
  'true',
  'false',
  'like',
]);

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Predicate {
    const predicate = this.#any();
    const rest = this.#tokens[this.#at];
    if (rest !== undefined) throw new Unread(`The condition is at its end before ${rest.shown}.`);
    return predicate;
  }

  #any(): Predicate {
    return this.#joined('or', () => this.#joined('and', () => this.#one()));
  }

  #joined(word: 'and' | 'or', next: () => Predicate): Predicate {
    const parts = [next()];
    while (this.#takes(word)) parts.push(next());
    return parts.length === 1 ? (parts[0] as Predicate) : { kind: word, of: parts };
  }

  #one(): Predicate {
    if (++this.#depth > MAX_DEPTH) throw new Unread('The condition is nested too deeply.', null);
    const predicate = this.#inner();
    this.#depth -= 1;
    return predicate;
  }

  #inner(): Predicate {
    if (this.#takes('not')) return { kind: 'not', of: this.#one() };
    if (this.#takes('(')) {
      const inner = this.#any();
      this.#needs(')', 'A bracket is left open');
      return inner;
    }
    return this.#about(this.#term());
  }

  #term(): Term {
    const token = this.#next('a column');
    if (token.kind !== 'word' || KEPT.has(token.text)) {
      throw new Unread(
        `A column belongs where ${token.shown} stands.`,
        'Write the column first, then the value.',
      );
    }
    if (!this.#takes('(')) return { column: token.text, length: false };
    if (token.text !== 'length')
      throw new Unread(`\`${token.text}(…)\` cannot be called here; \`length(…)\` can.`);
    const inner = this.#next('a column');
    if (inner.kind !== 'word') throw new Unread(`A column belongs where ${inner.shown} stands.`);
    this.#needs(')', 'A bracket is left open');
    return { column: inner.text, length: true };
  }

  #about(term: Term): Predicate {
    if (this.#takes('is')) {
      const not = this.#takes('not');
      this.#needs('null', 'After `is` comes `null` or `not null`');
      return { kind: 'null', term, not };
    }
    const not = this.#takes('not');
    if (this.#takes('in')) return { kind: 'in', term, not, values: this.#values() };
    if (this.#takes('between')) {
      const from = this.#literal();
      this.#needs('and', '`between` takes two values with `and` between them');
      return { kind: 'between', term, not, from, to: this.#literal() };
    }
    const token = this.#next('a comparison');
    if (not || token.kind !== 'compare')
      throw new Unread(`No comparison follows \`${term.column}\`, but ${token.shown}.`);
    return { kind: 'compare', term, is: token.text as Comparison, value: this.#literal() };
  }

  #values(): readonly Literal[] {
    this.#needs('(', 'After `in` comes a list in brackets');
    const values = [this.#literal()];
    while (this.#takes(',')) values.push(this.#literal());
    this.#needs(')', 'A bracket is left open');
    return values;
  }

  #literal(): Literal {
    const token = this.#next('a value');
    if (token.kind === 'text') return token.text;
    if (token.kind === 'number') return Number(token.text);
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    if (token.text === 'null')
      throw new Unread('Nothing is equal to NULL, not even NULL.', 'Write `is null`.');
    const hint = token.kind === 'word' ? `A text stands in single quotes: \`'${token.text}'\`.` : null;
    throw new Unread(`A value belongs where ${token.shown} stands.`, hint);
  }

  #next(wanted: string): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Unread(`The condition ends where ${wanted} belongs.`);
    this.#at += 1;
    return token;
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#at];
    const isIt = token !== undefined && token.kind !== 'text' && token.text === text;
    if (isIt) this.#at += 1;
    return isIt;
  }

  #needs(text: string, otherwise: string): void {
    if (!this.#takes(text)) throw new Unread(`${otherwise}.`);
  }
}
