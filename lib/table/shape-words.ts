// The sentences of the shape layer: what stands there instead of a table, and what to write.
import { closest, distance } from 'fastest-levenshtein';
import type { Json } from '@/lib/shared/json';
import { type Holder, keysOf, LATER_KEYS } from './shape-schema';
import type { Allowance } from './table-spec';

export type Words = readonly [message: string, hint: string | null];

/** Of a key without which a map is nothing. */
export function missing(key: string, holder: Holder, subject: string | null): Words {
  if (holder === 'index')
    return ['This index says of no column that it holds it.', 'As in `- { columns: [id] }`.'];
  if (holder === 'reference')
    return [`The foreign key names no ${key}.`, 'As in `{ table: orders, column: id }`.'];
  if (key === 'table') return ['The table has no name.', 'Begin with `table: ` and its name.'];
  if (key === 'columns') {
    const hint = 'Write `columns:` and below it one line for each, beginning with a dash.';
    return ['The table has no columns.', hint];
  }
  return key === 'name'
    ? ['This column has no name.', 'Write `name: …` in it.']
    : [`\`${subject}\` has no type.`, 'Write `type: …` beside its name.'];
}

/** What people write for a key that is called otherwise here. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['primary', 'pk'],
  ['primarykey', 'pk'],
  ['key', 'pk'],
  ['null', 'nullable'],
  ['notnull', 'nullable'],
  ['required', 'nullable'],
  ['optional', 'nullable'],
  ['datatype', 'type'],
  ['column', 'name'],
  ['defaultvalue', 'default'],
  ['field', 'name'],
]);

/** What is left out on purpose, with the reason. */
const refused: ReadonlyMap<string, string> = new Map(
  ['unlogged', 'temporary', 'temp'].map((key) => [
    key,
    key === 'unlogged'
      ? 'The rows of an UNLOGGED table are lost at a crash, and what it was to keep with them.'
      : 'A TEMPORARY table ends with its session, and nobody else can read it: its rows are lost at a crash.',
  ]),
);

export function unknownKey(key: string, holder: Holder, allows: readonly Allowance[]): Words {
  const shown = key.length > 40 ? `${key.slice(0, 40)}…` : key;
  const reason = holder === 'table' ? refused.get(key.toLowerCase()) : undefined;
  if (reason !== undefined) return [reason, `Delete \`${key}\`.`];
  if (allows.some((allowed) => allowed === key)) {
    return [`\`${key}\` does not belong ${where(holder)}.`, known(holder, allows)];
  }
  if (LATER_KEYS.has(key) && key !== 'tables') {
    return [`This activity does not ask for \`${key}\`; a later one does.`, `Delete \`${key}\` here.`];
  }
  const glued = /^(name|type|pk|nullable|default|table|columns|unique|references|check|identity):(.+)$/.exec(
    key,
  );
  if (glued !== null) {
    return [`A space is missing after the colon in \`${shown}\`.`, `Write \`${glued[1]}: ${glued[2]}\`.`];
  }
  if (/^\d+\)$/.test(key)) {
    const hint = 'Put it in quotes, as in `type: "numeric(10,2)"`.';
    return ['The comma of the type before this ended the entry.', hint];
  }
  const meant = keyMeant(key, holder, allows);
  const question = meant === null ? '' : ` Did you mean \`${meant}\`?`;
  return [`There is no key \`${shown}\` ${where(holder)}.${question}`, known(holder, allows)];
}

function where(holder: Holder): string {
  switch (holder) {
    case 'column':
      return 'in a column';
    case 'index':
      return 'in an index';
    case 'reference':
      return 'in a foreign key';
    default:
      return 'at the top';
  }
}

/** The key that a writer meant by an unknown one; null when nothing is near. */
export function keyMeant(key: string, holder: Holder, allows: readonly Allowance[]): string | null {
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  if (holder === 'table' && plain === 'name') return 'table';
  const keys = keysOf(holder, allows);
  const synonym = holder === 'column' ? synonyms.get(plain) : undefined;
  if (synonym !== undefined) return synonym;
  if (plain === '' || plain.length > 40) return null;
  const near = closest(plain, [...keys]);
  return distance(plain, near) <= Math.max(1, Math.floor(near.length / 3)) ? near : null;
}

function known(holder: Holder, allows: readonly Allowance[]): string {
  const keys = keysOf(holder, allows).map((key) => `\`${key}\``);
  const list = `${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}`;
  switch (holder) {
    case 'column':
      return `A column has ${list}; for NOT NULL, write \`nullable: false\`.`;
    case 'index':
      return `An index has ${list}.`;
    case 'reference':
      return `A foreign key has ${list}.`;
    default:
      return `A table has ${list}.`;
  }
}

const ITEMS = {
  table: ['A table', 'it has a name and columns', '- table: orders'],
  index: ['An index', 'it has `columns`', '- { columns: [id] }'],
  column: ['A column', 'it has a name and a type', '- { name: id, type: bigserial, pk: true }'],
} as const;

/** Of an item of a list that is no map. */
export function noItem(holder: Holder, value: Json | undefined): Words {
  const kind = holder === 'table' || holder === 'index' ? holder : 'column';
  const [item, has, line] = ITEMS[kind];
  const example = `As in \`${line}\`.`;
  if (typeof value === 'string') return [`${item} is more than one word: ${has}.`, example];
  if (value === null)
    return [
      'There is a dash here with nothing after it.',
      `Delete it, or write ${item.toLowerCase()}. ${example}`,
    ];
  return kind === 'column'
    ? ['A column is a map of keys: at least `name` and `type`.', example]
    : [`${item} is a map of keys: ${has}.`, example];
}
