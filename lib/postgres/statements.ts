// Where one statement ends and the next begins, by PostgreSQL's own parser: strings, `$$` bodies and comments are its
// business. It only reads; it knows no tables.
import createModule, { type ParserModule } from 'libpg-query/wasm/libpg-query.js';
import type { DatabaseError, SplitStatement, StatementsFinding } from '@/lib/activities/evidence';
import { type Placer, placer } from '@/lib/shared/place';
import { byteReader, characterReader } from './text-offsets';

export type SplitText = Pick<StatementsFinding, 'statements' | 'error'>;

/** A parser that was started. */
export interface StatementParser {
  /** Never rejects for what the text is: a text that is no SQL has an error. */
  split(sql: string): Promise<SplitText>;
}

/** Starts the parser. In a page, `wasm` is the address of its file; Node finds it by itself. */
export async function openParser(wasm?: string): Promise<StatementParser> {
  const start = () => createModule(wasm === undefined ? {} : { locateFile: () => wasm });
  let module = await start();
  return {
    split: async (sql) => {
      if (sql.includes('\0')) return refused('22021', NULL_CHARACTER, sql.indexOf('\0') + 1);
      try {
        return splitWith(module, sql);
      } catch (error) {
        // It ran off its stack, and what it left behind cannot be trusted.
        if (!(error instanceof RangeError || error instanceof WebAssembly.RuntimeError)) throw error;
        module = await start();
        return refused('54001', 'stack depth limit exceeded', null);
      }
    },
  };
}

const NULL_CHARACTER = 'invalid byte sequence for encoding "UTF8": 0x00';

const SYNTAX_ERROR = '42601';

/** As PostgreSQL's tree has it. Bytes count from 0 and are left out where they are 0, as is the last one's length. */
interface RawStatement {
  readonly stmt: { readonly [node: string]: unknown };
  readonly stmt_location?: number;
  readonly stmt_len?: number;
}

function splitWith(module: ParserModule, sql: string): SplitText {
  const answer = parse(module, sql);
  if ('message' in answer) {
    // Counted in characters as PostgreSQL has them, of which some are two of ours.
    const position = answer.position > 0 ? characterReader(sql)(answer.position - 1) + 1 : null;
    return refused(SYNTAX_ERROR, answer.message, position);
  }
  const { stmts } = JSON.parse(answer.tree) as { readonly stmts: readonly RawStatement[] };
  const reading: Reading = { sql, offsetOf: byteReader(sql), placeOf: placer(sql) };
  return { statements: stmts.map((raw) => statementOf(raw, reading)), error: null };
}

interface Reading {
  readonly sql: string;
  readonly offsetOf: (byte: number) => number;
  readonly placeOf: Placer;
}

function statementOf(raw: RawStatement, { sql, offsetOf, placeOf }: Reading): SplitStatement {
  const { stmt, stmt_location: first = 0, stmt_len: length = 0 } = raw;
  const from = offsetOf(first);
  const text = sql.slice(from, length === 0 ? sql.length : offsetOf(first + length)).trimEnd();
  const [node = ''] = Object.keys(stmt);
  return {
    sql: text,
    node,
    ...heldIn(stmt),
    place: placeOf(from, from + text.length),
  };
}

type Answer = { readonly tree: string } | { readonly message: string; readonly position: number };

/** Pointers of its result: the tree, what it printed, the error; of an error: message, function, file, line, position. */
function parse(module: ParserModule, sql: string): Answer {
  const bytes = module.lengthBytesUTF8(sql) + 1;
  const text = module._malloc(bytes);
  module.stringToUTF8(sql, text, bytes);
  const result = module._wasm_parse_query_raw(text);
  const tree = module.getValue(result, 'i32');
  const error = module.getValue(result + 8, 'i32');
  const answer =
    error === 0
      ? { tree: module.UTF8ToString(tree) }
      : {
          message: module.UTF8ToString(module.getValue(error, 'i32')),
          position: module.getValue(error + 16, 'i32'),
        };
  module._wasm_free_parse_result(result);
  module._free(text);
  return answer;
}

/** What stands somewhere in a statement: one within another has its node as a key, with a capital that fields lack. */
function heldIn(tree: unknown): Pick<SplitStatement, 'nodes' | 'parameters'> {
  const nodes = new Set<string>();
  const parameters = new Set<number>();
  const open: unknown[] = [tree];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    for (const [key, value] of Object.entries(node)) {
      if (/^[A-Z]\w*Stmt$/.test(key)) nodes.add(key);
      if (key === 'ParamRef') parameters.add((value as { readonly number?: number }).number ?? 0);
      open.push(value);
    }
  }
  return { nodes: [...nodes], parameters: [...parameters].sort((a, b) => a - b) };
}

const refused = (code: string, message: string, position: number | null): SplitText => ({
  statements: null,
  error: { code, message, detail: null, hint: null, position } satisfies DatabaseError,
});
