// The colours of a line, the same in the plain and in the full editor. A line at a time: enough for what is written here.
import type { AnswerLanguage } from '@/lib/activities/kind';
import { tokensOfSql } from './sql-tokens';
import { tokensOfTypescript } from './typescript-tokens';
import { tokensOf } from './yaml-tokens';

export type TokenKind = 'key' | 'type' | 'comment' | 'plain';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** The line in order and whole: its tokens joined are the line. */
export function tokensIn(language: AnswerLanguage, line: string): readonly Token[] {
  switch (language) {
    case 'yaml':
      return tokensOf(line);
    case 'sql':
      return tokensOfSql(line);
    default:
      return tokensOfTypescript(line);
  }
}
