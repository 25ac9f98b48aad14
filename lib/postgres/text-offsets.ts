// PostgreSQL counts bytes or whole characters, JavaScript units of UTF-16. Each reader goes through a text once, so
// what it is asked must not lie before what it was asked last.

/** From bytes of UTF-8 to the offset in the text, both from 0. */
export const byteReader = (text: string): ((byte: number) => number) => reader(text, bytesOf);

/** From whole characters to the offset in the text, both from 0. */
export const characterReader = (text: string): ((character: number) => number) => reader(text, () => 1);

function reader(text: string, sizeOf: (character: number) => number): (count: number) => number {
  let offset = 0;
  let passed = 0;
  return (count) => {
    while (passed < count && offset < text.length) {
      const character = text.codePointAt(offset) ?? 0;
      passed += sizeOf(character);
      offset += character > 0xffff ? 2 : 1;
    }
    return offset;
  };
}

function bytesOf(character: number): number {
  if (character < 0x80) return 1;
  if (character < 0x800) return 2;
  return character < 0x1_0000 ? 3 : 4;
}
