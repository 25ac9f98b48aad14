// PostgreSQL's own parser, in a worker of its own: only who writes SQL fetches it.
import { expose } from 'comlink';
import { openParser, type SplitText, type StatementParser } from '@/lib/postgres/statements';

const wasm = new URL('../../node_modules/libpg-query/wasm/libpg-query.wasm', import.meta.url).href;

let parser: Promise<StatementParser> | null = null;

const service = {
  /** Rejects only if the parser could not be loaded; the next call then tries again. */
  split: async (sql: string): Promise<SplitText> => {
    parser ??= openParser(wasm);
    try {
      return await (await parser).split(sql);
    } catch (error) {
      parser = null;
      throw error;
    }
  },
};

export type StatementsService = typeof service;

expose(service);
