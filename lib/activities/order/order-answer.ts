// An order as YAML: a list of pieces, by their ids.
import type { Json, JsonSchema } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import { suggest } from '@/lib/shared/suggest';
import { readYaml, type YamlDocument } from '@/lib/shared/yaml';
import type { CheckResult } from '../verdict';
import { readYamlAnswer, type ShapeProblem } from '../yaml-answer';

export type OrderReading =
  | {
      readonly ok: true;
      readonly checks: readonly CheckResult[];
      readonly order: readonly string[];
      /** Where the piece stands in the text; null where it does not. */
      readonly placeOf: (piece: string) => Place | null;
    }
  | { readonly ok: false; readonly checks: readonly CheckResult[] };

export function readOrder(text: string, ids: readonly string[]): OrderReading {
  const read = readYamlAnswer(text, (document) => judgeShape(document, ids), 'It is a list of pieces.');
  if (!read.ok) return read;
  const { document, checks } = read;
  const order = itemsOf(document.value);
  const placeOf = (piece: string) =>
    order.includes(piece) ? document.placeOf([order.indexOf(piece)], 'value') : null;
  return { ok: true, checks, order, placeOf };
}

/** What can be made out of a text, right or not: what a page shows as chosen. */
export function orderIn(text: string, ids: readonly string[]): readonly string[] {
  const read = readYaml(text);
  if (!(read.ok && Array.isArray(read.value.value))) return [];
  return [...new Set(itemsOf(read.value.value))].filter((id) => ids.includes(id));
}

export const writeOrder = (order: readonly string[]): string =>
  order.length === 0 ? '[]\n' : order.map((id) => `- ${id}\n`).join('');

/** For the editor. */
export const orderSchema = (ids: readonly string[]): JsonSchema => ({
  type: 'array',
  uniqueItems: true,
  items: { enum: [...ids] },
});

const itemsOf = (value: Json): readonly string[] =>
  ((value ?? []) as readonly Json[]).map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));

function judgeShape({ value, placeOf }: YamlDocument, ids: readonly string[]): readonly ShapeProblem[] {
  if (value !== null && !Array.isArray(value)) {
    const hint = 'Write one piece a line, each after a dash: `- begin`.';
    return [{ subject: null, message: 'An order is a list of pieces.', hint, place: placeOf([], 'value') }];
  }
  const items = itemsOf(value);
  return items.flatMap((item, index): readonly ShapeProblem[] => {
    const place = placeOf([index], 'value');
    const word = item.length > 40 ? `${item.slice(0, 40)}…` : item;
    if (!ids.includes(item))
      return [{ subject: null, message: `No piece is called \`${word}\`.`, hint: suggest(word, ids), place }];
    if (items.indexOf(item) === index) return [];
    const message = `\`${word}\` stands here twice; there is one of each.`;
    return [{ subject: null, message, hint: 'Keep it where it belongs.', place }];
  });
}
