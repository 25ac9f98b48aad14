/**
 * What a started database never opens: initdb's scripts, the build's own makefiles, replication's client, the
 * sorting rules of ICU (the database sorts by C.UTF-8) and conversions from other encodings than UTF-8.
 */
const unused = [
  /^\/pglite\/icu\//,
  /^\/pglite\/lib\/postgresql\/(pgxs\/|libpqwalreceiver|pgoutput|utf8_and_|euc|latin|cyrillic)/,
  /^\/pglite\/share\/postgresql\/[^/]+\.(bki|sql|sample|txt)$/,
];

/** How PGlite's loader lists the files within its bundle. */
const listed = /"?filename"?:\s*"([^"]+)",\s*"?start"?:\s*([\de.+]+),\s*"?end"?:\s*([\de.+]+)/g;

/** PGlite's bundle of installed files with the unused ones blank: its size must stay, and zeros weigh nothing. */
export function lightened(bundle: Uint8Array, loader: string): Uint8Array {
  const light = bundle.slice();
  const files = [...loader.matchAll(listed)];
  if (files.length === 0) throw new Error("PGlite's loader lists its files in another way than it did.");
  for (const [, name = '', start, end] of files) {
    if (unused.some((pattern) => pattern.test(name))) light.fill(0, Number(start), Number(end));
  }
  return light;
}
