import type { ParserOptions } from '@electric-sql/pglite';
import { types } from '@electric-sql/pglite';

const asWritten = (text: string): string => text;

/** JSON has no NaN and no infinity: those stay text. */
const finite = (text: string): number | string => (Number.isFinite(Number(text)) ? Number(text) : text);

/**
 * How PostgreSQL's texts become JSON: what JSON holds exactly is a value, all else (bigint, times, bytes) is the
 * text that PostgreSQL wrote. Given to PGlite when it is made, so that arrays follow the same rules.
 */
export const parsers: ParserOptions = {
  [types.INT8]: asWritten,
  [types.DATE]: asWritten,
  [types.TIMESTAMP]: asWritten,
  [types.TIMESTAMPTZ]: asWritten,
  [types.BYTEA]: asWritten,
  [types.FLOAT4]: finite,
  [types.FLOAT8]: finite,
};
