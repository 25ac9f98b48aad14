import { expect, it } from 'vitest';
import { tokensOfTypescript } from './typescript-tokens';

/** `key[word]` for whatever has a colour. */
const told = (line: string): string =>
  tokensOfTypescript(line)
    .map(({ kind, text }) => (kind === 'plain' ? text : `${kind}[${text}]`))
    .join('');

it.each([
  [
    'export default async function relay({ outbox }: Relay) {',
    'key[export] key[default] key[async] key[function] relay({ outbox }: type[Relay]) {',
  ],
  ['  await inbox.record(message.id); // once', '  key[await] inbox.record(message.id); comment[// once]'],
  [
    'if (a.default === "it // is") return null;',
    'key[if] (a.default === type["it // is"]) key[return] type[null];',
  ],
  ["const open = 'never ends", "key[const] open = type['never ends]"],
  ['/* a */ let b = `x`;', 'comment[/* a */] key[let] b = type[`x`];'],
])('%s', (line, coloured) => {
  expect(told(line)).toBe(coloured);
  expect(
    tokensOfTypescript(line)
      .map(({ text }) => text)
      .join(''),
  ).toBe(line);
});
