// PostgreSQL's own parser as WebAssembly: what of it is used here, since its own types are for another entry that cannot
// be told where its file lies.
declare module 'libpg-query/wasm/libpg-query.js' {
  export interface ParserModule {
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    _wasm_parse_query_raw(text: number): number;
    _wasm_free_parse_result(result: number): void;
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, pointer: number, bytes: number): void;
    UTF8ToString(pointer: number): string;
    getValue(pointer: number, type: 'i32'): number;
  }

  function createModule(options?: { readonly locateFile?: (file: string) => string }): Promise<ParserModule>;

  // biome-ignore lint/style/noDefaultExport: it is the package's own.
  export { createModule as default };
}
