// Puts values for the `{placeholders}` of an author's sentence.

/** Whatever else stands in braces stays as it is written. */
export const filled = (words: string, values: { readonly [name: string]: string }): string =>
  words.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
