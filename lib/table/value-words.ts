// The sentences of the shape layer about values: what stands at a key instead of what belongs there.
import type { Json } from '@/lib/shared/json';
import { whyNoIdentifier } from './identifier';
import { MAX_COLUMNS, MAX_DEFAULT_LENGTH } from './shape-schema';
import type { Words } from './shape-words';
import { isKeys } from './table-document';
import { DEFAULT_CALLS, DELETIONS, IDENTITIES } from './table-spec';

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
