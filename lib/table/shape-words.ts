// The sentences of the shape layer: what stands there instead of a table, and what to write.
import { closest, distance } from 'fastest-levenshtein';
import type { Json } from '@/lib/shared/json';
import { whyNoIdentifier } from './identifier';
import { type Holder, keysOf, LATER_KEYS, MAX_COLUMNS, MAX_DEFAULT_LENGTH } from './shape-schema';
import { isKeys } from './table-document';
import { type Allowance, DEFAULT_CALLS, DELETIONS, IDENTITIES } from './table-spec';

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

export function wrongValue(key: string, value: Json | undefined, ofIndex: boolean): Words {
  if (ofIndex && (key === 'columns' || key === 'indexes')) return wrongIndex(key);
  switch (key) {
    case 'name':
    case 'table':
    case 'column':
      return wrongName(key, value);
    case 'columns':
      return wrongColumns(value);
    case 'type':
      return value === null || value === ''
        ? ['`type:` has no value.', 'Write a type after it, such as `text`.']
        : ['A type is one word or a few, such as `text` or `varchar(200)`.', null];
    case 'pk':
    case 'nullable':
    case 'unique':
      return wrongSwitch(key, value);
    case 'default':
      return wrongDefault();
    case 'references':
      return ['A foreign key names a table and one of its columns.', 'As in `references: orders(id)`.'];
    case 'check':
    case 'where':
      return wrongCondition(key, value);
    case 'onDelete':
      return [`\`onDelete\` is one of ${listed(DELETIONS)}.`, null];
    case 'identity':
      return [`\`identity\` is one of ${listed(IDENTITIES)}.`, 'Write `identity: always`.'];
    default:
      return wrongRoot(value);
  }
}

const listed = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

const wrongIndex = (key: string): Words =>
  key === 'indexes'
    ? ['`indexes` is a list, and not too long a one.', 'As in `- { columns: [id] }`.']
    : ['The columns of an index are a list of names.', 'As in `columns: [id]`.'];

function wrongCondition(key: string, value: Json | undefined): Words {
  const example = key === 'check' ? '`check: total >= 0`' : '`where: sent_at is null`';
  return value === null || value === ''
    ? [`\`${key}:\` has no value.`, `Write a condition after it, as in ${example}.`]
    : ['A condition is a short text.', `As in ${example}.`];
}

function wrongName(key: string, value: Json | undefined): Words {
  if (value === null) return [`\`${key}:\` has no value.`, 'Write a name after it.'];
  if (typeof value !== 'string') {
    return [`A name is a word, and \`${JSON.stringify(value)}\` is none.`, 'Begin it with a letter.'];
  }
  const why = whyNoIdentifier(value);
  return [why?.message ?? 'This is no name.', why?.hint ?? null];
}

function wrongColumns(value: Json | undefined): Words {
  if (isKeys(value)) {
    const hint = 'Begin each with a dash: `- { name: id, type: bigserial }`.';
    return ['`columns` is a map here; it must be a list, so that columns keep their order.', hint];
  }
  if (value === null || (Array.isArray(value) && value.length === 0)) {
    return ['There are no columns yet.', 'Write one line for each below `columns:`, beginning with a dash.'];
  }
  if (Array.isArray(value))
    return [`There are more than ${MAX_COLUMNS} columns.`, 'This table takes a handful.'];
  return ['`columns` must be a list.', 'Write one line for each column below it, beginning with a dash.'];
}

const YES_OR_NO = (key: string): string => `Write \`${key}: true\` or \`${key}: false\`.`;

/** What an exercise leaves open is written as a line of underscores. */
export const isBlank = (value: Json | undefined): boolean =>
  typeof value === 'string' && /^_{2,}$/.test(value.trim());

export const BLANK_TYPE: Words = [
  'This blank is still to be filled: what does the column hold?',
  'Write a type in its place: `text`, `jsonb`, `timestamptz`, …',
];

/** Of a column of which both are open. */
export const BLANK_COLUMN: Words = [
  'These blanks are still to be filled: what does the column hold, and may it be empty?',
  'Write a type such as `text`, `jsonb` or `timestamptz`, and `true` or `false` after `nullable:`.',
];

function wrongSwitch(key: string, value: Json | undefined): Words {
  if (value === null) return [`\`${key}:\` has no value.`, YES_OR_NO(key)];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (isBlank(value)) return ['This blank is still to be filled: may the column be empty?', YES_OR_NO(key)];
  const lower = text.toLowerCase();
  if (['no', 'off', 'n', 'yes', 'on', 'y'].includes(lower)) {
    const meantValue = ['yes', 'on', 'y'].includes(lower);
    const message = `In YAML 1.2 \`${text}\` is a word, not a yes or no, so \`${key}\` does not know what to do with it.`;
    return [message, `Write \`${key}: ${meantValue}\`.`];
  }
  if (lower === 'true' || lower === 'false') {
    return [
      `\`"${text}"\` in quotes is a text. \`${key}\` wants the bare word.`,
      `Write \`${key}: ${lower}\`.`,
    ];
  }
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return [`\`${key}\` is either \`true\` or \`false\`, and \`${shown}\` is neither.`, null];
}

function wrongDefault(): Words {
  const hint = `Write a text, a number, \`true\`, \`false\` or one of ${callNames}.`;
  return ['A default is one value, not a list or a map.', hint];
}

const callNames = DEFAULT_CALLS.map((call) => `\`${call}\``).join(', ');

function wrongRoot(value: Json | undefined): Words {
  const hint = 'Begin with `table: …`, then `columns:` and one line for each column.';
  if (Array.isArray(value))
    return ['This is a list. A table has a name first, and its columns as a list below.', hint];
  return ['This is no table yet.', hint];
}

export function unreadableDefault(value: Json | undefined): Words | null {
  if (typeof value === 'number' && !Number.isFinite(value))
    return ['A default must be a finite number.', null];
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return ['This number is too large to be read exactly.', 'Put it in quotes.'];
  }
  if (typeof value !== 'string') return null;
  if (value.length > MAX_DEFAULT_LENGTH) {
    return [`A default is at most ${MAX_DEFAULT_LENGTH} characters long here.`, null];
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u001F\u007F]/.test(value)) return ['A default is one line of text here.', null];
  const text = value.trim().toLowerCase().replace(/\s/g, '');
  if (/^current_(timestamp|time|date)$|^localtime/.test(text)) {
    return [`\`${value}\` would be taken as a text here.`, 'For the time of the transaction write `now()`.'];
  }
  const isCall = /^[\w.]+\(.*\)(::\w+)?$/.test(text);
  if (!isCall || (DEFAULT_CALLS as readonly string[]).includes(text)) return null;
  return [`\`${value}\` is no default that this shape knows.`, `It knows ${callNames}, and plain values.`];
}
