// What lands in the editor by mistake: SQL, prose, a whole markdown block. Each deserves its own sentence.
import type { Json } from '@/lib/shared/json';

export interface Pasted {
  readonly message: string;
  readonly hint: string;
  /** Where it begins in the text. */
  readonly offset: number;
}

/** A markdown fence or SQL can be told from the text alone, before anything reads it as YAML. */
export function pastedAround(text: string): Pasted | null {
  const offset = text.search(/[^\s\uFEFF]/);
  const start = text.slice(Math.max(offset, 0));
  if (/^(```|~~~)/.test(start)) {
    const message = 'The text is wrapped in a markdown fence, which is not part of the YAML.';
    return { message, hint: 'Delete the first line and the last, so that it begins with `table:`.', offset };
  }
  const sql = start.replace(/^(\s*--[^\n]*\n|\s*\/\*[\s\S]{0,2000}?\*\/)*\s*/, '');
  if (SQL.test(sql)) {
    const message = 'This is SQL. Here the table is written as YAML, and the SQL is made from it.';
    const hint = 'Begin with `table: …`, then `columns:` and one line for each column.';
    return { message, hint, offset: offset + start.length - sql.length };
  }
  return null;
}

const SQL =
  /^(create\s+(unlogged|temp|temporary|table|index|schema|or)\b|insert\s+into\b|alter\s+table\b|drop\s+table\b|select\s|begin\s*;|with\s+\w+\s+as\s*\()/i;

/** Prose is YAML of a kind: one long text, or keys that are half a sentence. */
export const isProse = (value: Json): boolean => {
  if (typeof value === 'string') return /\s/.test(value.trim());
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key.trim().split(/\s+/).length > 2);
};

/** A first line of several words without a key before them. */
export function startsAsProse(text: string): boolean {
  const line = text
    .split('\n')
    .find((candidate) => candidate.trim() !== '' && !candidate.trim().startsWith('#'));
  return line !== undefined && /^[\p{L}'’,]+( [\p{L}'’,]+){3}/u.test(line.trim());
}

export const PROSE = {
  message: 'This reads like a sentence. Here the table is written as YAML.',
  hint: 'Begin with `table: …`, then `columns:` and one line for each column.',
} as const;
