// Bytes and small numbers in the 64 letters that an address carries unharmed.
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export const lettersOf = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Null where there is a sign that is none of the letters. */
export function bytesOf(letters: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(letters) || letters.length % 4 === 1) return null;
  const text = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** A number below 64³ in three letters. */
export const threeLetters = (number: number): string =>
  [12, 6, 0].map((shift) => LETTERS[(number >> shift) & 63]).join('');

/** NaN where there is a sign that is none of the letters. */
export const numberIn = (letters: string): number =>
  Array.from(letters, (letter) => LETTERS.indexOf(letter)).reduce(
    (number, digit) => (digit < 0 ? Number.NaN : number * 64 + digit),
    0,
  );

/** 18 bits that another text most likely does not have (FNV-1a). */
export function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return (sum ^ (sum >>> 18)) & 0x3ffff;
}
