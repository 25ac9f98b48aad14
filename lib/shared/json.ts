/** What survives a trip through JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON Schema (draft 7, as ajv and Monaco read it). */
export type JsonSchema = { readonly [key: string]: Json };
