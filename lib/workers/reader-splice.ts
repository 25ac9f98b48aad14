// Changes a text where the change is, and nowhere else: what its author lined up stays lined up. It knows the common
// cases; where it is not sure it says so, and whoever asks holds its answer against what was meant.
import { Document, isCollection, isMap, isScalar, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Json } from '@/lib/shared/json';
import type { YamlPath } from '@/lib/shared/yaml';
import type { Change } from './reader-change';
import { LAYOUT, tight, yamlOf } from './reader-yaml';

type Collection = YAMLMap | YAMLSeq;
type Put = Exclude<Change, { do: 'remove' }>;

/** The text after a change whose parents are there; null where that takes more than one place. */
export function spliced(text: string, document: Document, change: Change): string | null {
  const parent = document.getIn(change.path.slice(0, -1), true);
  const key = change.path.at(-1);
  if (!isCollection(parent) || key === undefined) return null;
  const holder = parent as Collection;
  if (change.do === 'remove') return without(text, holder, placeOf(holder, key));
  const old = holder.get(key as never, true);
  if (old === undefined || change.do === 'insert') return withMore(text, holder, change);
  return replaced(text, old, change);
}

function replaced(text: string, old: unknown, { value, path }: Put): string | null {
  const [start, end] = rangeOf(old);
  const isEmpty = start === end;
  if (isEmpty && path.length === 1 && typeof value === 'object' && value !== null)
    return `${text.slice(0, start)}\n${indented(yamlOf(value, path), '  ')}${text.slice(end)}`;
  const isPlain = isScalar(old) ? !old.type?.startsWith('BLOCK') : isFlow(old);
  if (!isPlain || /[#\n]/.test(text.slice(start, end))) return null;
  const gap = isEmpty && /\S/.test(text.charAt(start - 1)) ? ' ' : '';
  return `${text.slice(0, start)}${gap}${inline(value)}${text.slice(end)}`;
}

function withMore(text: string, holder: Collection, change: Put): string | null {
  const key = change.path.at(-1);
  const isAtEnd = typeof key === 'string' || key === holder.items.length;
  if (!isAtEnd) return withItemBefore(text, holder, Number(key), change);
  const entry = isMap(holder) ? { [String(key)]: change.value } : [change.value];
  if (isFlow(holder)) return withFlowEntry(text, holder, entry);
  const last = holder.items.length - 1;
  if (last < 0) return null;
  const end = endOfLine(text, contentEnd(text, rangeOfItem(holder, last)[1]));
  return `${text.slice(0, end)}\n${blockEntry(text, holder, entry, change.path)}${text.slice(end)}`;
}

function withItemBefore(text: string, holder: Collection, index: number, change: Put): string | null {
  if (isFlow(holder)) return null;
  const start = startOfLine(text, rangeOfItem(holder, index)[0]);
  return `${text.slice(0, start)}${blockEntry(text, holder, [change.value], change.path)}\n${text.slice(start)}`;
}

/** Its lines, set in as far as those of the collection. */
function blockEntry(text: string, holder: Collection, entry: Json, path: YamlPath): string {
  const [start] = rangeOf(holder);
  return indented(yamlOf(entry, path.slice(0, -1)), ' '.repeat(start - startOfLine(text, start)));
}

function withFlowEntry(text: string, holder: Collection, entry: Json): string | null {
  const [start, end] = rangeOf(holder);
  const inner = text.slice(start + 1, end - 1);
  if (/[#\n]/.test(inner)) return null;
  const whole = inline(entry);
  if (inner.trim() === '') return `${text.slice(0, start)}${whole}${text.slice(end)}`;
  const more = isMap(holder) ? whole.slice(2, -2) : whole.slice(1, -1).trim();
  const tail = inner.length > inner.trimEnd().length ? ' ' : '';
  return `${text.slice(0, start + 1)}${inner.trimEnd()}, ${more}${tail}${text.slice(end - 1)}`;
}

/** The text without one of several entries. What is said above it stays. */
function without(text: string, holder: Collection, place: number): string | null {
  if (place < 0 || holder.items.length < 2) return null;
  const [start, end] = rangeOfItem(holder, place);
  if (isFlow(holder)) {
    const [from, to] =
      place > 0 ? [rangeOfItem(holder, place - 1)[1], end] : [start, rangeOfItem(holder, place + 1)[0]];
    return `${text.slice(0, from)}${text.slice(to)}`;
  }
  const line = startOfLine(text, start);
  if (!/^ *(- *)?$/.test(text.slice(line, start)) || (isMap(holder) && text.slice(line, start).includes('-')))
    return null;
  return `${text.slice(0, line)}${text.slice(endOfLine(text, contentEnd(text, end)) + 1)}`;
}

const placeOf = (holder: Collection, key: string | number): number =>
  isMap(holder)
    ? holder.items.findIndex((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))
    : Number(key);

const isFlow = (node: unknown): boolean => isCollection(node) && node.flow === true;

function rangeOf(node: unknown): readonly [number, number] {
  const [start = 0, end = 0] = (node as { readonly range?: readonly number[] | null } | null)?.range ?? [];
  return [start, end];
}

function rangeOfItem(holder: Collection, place: number): readonly [number, number] {
  const item: unknown = holder.items[place];
  if (!isMap(holder)) return rangeOf(item);
  const { key, value } = item as Pair;
  const [start, endOfKey] = rangeOf(key);
  return [start, Math.max(endOfKey, rangeOf(value)[1])];
}

/** A value on one line. */
function inline(value: Json): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  if (isCollection(document.contents)) document.contents.flow = true;
  return tight(document.toString(LAYOUT).trimEnd().replaceAll(/\n */g, ' '));
}

const indented = (lines: string, by: string): string => lines.trimEnd().replaceAll(/^/gm, by);

const startOfLine = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

const endOfLine = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
};

/** Where the last sign of something is, whose range may reach into the lines after it. */
const contentEnd = (text: string, end: number): number => text.slice(0, end).trimEnd().length;
