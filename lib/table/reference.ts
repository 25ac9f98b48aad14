import { whyNoIdentifier } from './identifier';

type ReferenceReading =
  | { readonly ok: true; readonly table: string; readonly column: string }
  | { readonly ok: false; readonly message: string };

/** Reads the short form of a foreign key, `orders(id)`. */
export function readReference(text: string): ReferenceReading {
  const { table, column } =
    /^\s*(?<table>[^\s()]+)\s*\(\s*(?<column>[^\s(),]+)\s*\)\s*$/.exec(text)?.groups ?? {};
  if (table === undefined || column === undefined) {
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    return { ok: false, message: `\`${shown}\` does not say which column of which table is meant.` };
  }
  const why = whyNoIdentifier(table) ?? whyNoIdentifier(column);
  return why === null ? { ok: true, table, column } : { ok: false, message: why.message };
}
