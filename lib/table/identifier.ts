/** A name that SQL takes as it stands: lower-case letters, digits and underscores, up to 63 of them. */
export const IDENTIFIER = '^[a-z_][a-z0-9_]{0,62}$';

const pattern = new RegExp(IDENTIFIER);

const isIdentifier = (text: string): boolean => pattern.test(text);

/** Why a text cannot be a name, and what would do; null for one that can. */
export function whyNoIdentifier(
  text: string,
): { readonly message: string; readonly hint: string | null } | null {
  if (isIdentifier(text)) return null;
  const shown = text.length > 70 ? `${text.slice(0, 70)}…` : text;
  if (text.trim() === '') return { message: 'A name cannot be empty.', hint: null };
  if (/[\u00A0\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/.test(text)) {
    return {
      message: `There is an invisible character in \`${shown}\`.`,
      hint: 'Delete the word and type it again.',
    };
  }
  if (/[“”„‘’‚«»]/.test(text)) {
    const hint = 'Delete them, or type straight ones.';
    return {
      message: `\`${shown}\` stands in typographic quotes, which would become part of the name.`,
      hint,
    };
  }
  if (text.length > 63 && /^[a-z0-9_]+$/i.test(text)) {
    return {
      message: `\`${shown}\` is longer than the 63 characters that PostgreSQL keeps of a name.`,
      hint: null,
    };
  }
  const mended = text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^(?=\d)/, '_');
  const hint = isIdentifier(mended) ? `Write \`${mended}\`.` : null;
  if (/^[a-z_][a-z0-9_]*$/i.test(text)) {
    return { message: `\`${shown}\` has capitals. Names are written in lower case.`, hint };
  }
  const message = `\`${shown}\` is no plain name: lower-case letters, digits and underscores, not beginning with a digit.`;
  return { message, hint };
}

/** A name in SQL: bare where PostgreSQL takes it bare, in quotes where it is one of its reserved words. */
export function quoteIdentifier(name: string): string {
  if (!isIdentifier(name))
    throw new Error(`${JSON.stringify(name)} is no identifier and must not reach SQL.`);
  return RESERVED.has(name) ? `"${name}"` : name;
}

/** A text in SQL. */
export const quoteLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;

// PostgreSQL 18: SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T'). A test compares the two.
const RESERVED: ReadonlySet<string> = new Set(
  `
  all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
  collation column concurrently constraint create cross current_catalog current_date current_role
  current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
  except false fetch for foreign freeze from full grant group having ilike in initially inner intersect
  into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null
  offset on only or order outer overlaps placing primary references returning right select session_user
  similar some symmetric system_user table tablesample then to trailing true union unique user using
  variadic verbose when where window with
  `
    .trim()
    .split(/\s+/),
);

export const reservedWords: readonly string[] = [...RESERVED];
