import type { JsonSchema } from '@/lib/shared/json';
import { typeNames } from './column-types';
import { IDENTIFIER } from './identifier';
import { ALLOWANCES, type Allowance, DEFAULT_CALLS, DELETIONS, IDENTITIES } from './table-spec';

/** Beyond this many columns a table is no exercise any more. */
export const MAX_COLUMNS = 50;
export const MAX_DEFAULT_LENGTH = 200;
export const MAX_TABLES = 12;
const MAX_INDEXES = 12;

const described = (title: string, description: string, rest: JsonSchema): JsonSchema => ({
  title,
  description,
  markdownDescription: description,
  ...rest,
});

const yesOrNo = (title: string, description: string): JsonSchema =>
  described(title, description, { type: 'boolean', enum: [true, false] });

/** Names that PostgreSQL knows come first in completion; the pattern lets any case and any length pass. */
const typeOfColumn: JsonSchema = described(
  'Type',
  'What the column holds, by any name that PostgreSQL has for it, in any case, with a length or precision: ' +
    '`bigserial`, `uuid`, `text`, `jsonb`, `timestamptz`, `varchar(200)`.',
  {
    type: 'string',
    anyOf: [{ enum: [...typeNames] }, { pattern: '\\S' }],
  },
);

const defaultOfColumn: JsonSchema = described(
  'Default',
  'What a row gets when it names no value for this column: a text, a number, `true`, `false`, or one of ' +
    `${DEFAULT_CALLS.map((call) => `\`${call}\``).join(', ')}.`,
  {
    type: ['string', 'number', 'boolean', 'null'],
    anyOf: [{ enum: [...DEFAULT_CALLS] }, {}],
  },
);

const nameOf = (title: string, description = 'Lower-case letters, digits and underscores.'): JsonSchema =>
  described(title, description, { type: 'string', pattern: IDENTIFIER });

/** A short text, which a map may stand for: its parts are judged where it is one. */
const reference: JsonSchema = described(
  'Foreign key',
  'The column that each value must be found in: `orders(id)`, or `{ table: orders, column: id, onDelete: restrict }`.',
  {
    type: ['string', 'object'],
    additionalProperties: false,
    required: ['table', 'column'],
    properties: {
      table: nameOf('Table'),
      column: nameOf('Column'),
      onDelete: described('On delete', 'What becomes of this row when the other one is deleted.', {
        enum: [...DELETIONS],
      }),
    },
  },
);

const condition = (title: string, description: string): JsonSchema =>
  described(title, description, { type: 'string', pattern: '\\S' });

/** The keys of a column that an activity has to allow. */
const furtherOfColumn = {
  unique: yesOrNo('Unique', '`true` lets no two rows hold the same value.'),
  references: reference,
  check: condition(
    'Check',
    "A condition on this column that every row must meet: `total >= 0`, `status in ('placed', 'paid')`, `length(name) <= 80`.",
  ),
  identity: described('Identity', 'Lets PostgreSQL number a `bigint`: `always` or `by default`.', {
    enum: [...IDENTITIES],
  }),
} as const satisfies { readonly [key in Allowance]?: JsonSchema };

const indexes: JsonSchema = described('Indexes', 'A list: one line for each index of the table.', {
  type: 'array',
  maxItems: MAX_INDEXES,
  items: described('Index', 'An index: its columns, and the rows that it holds.', {
    type: 'object',
    additionalProperties: false,
    required: ['columns'],
    properties: {
      columns: described('Columns', 'The columns, in the order in which the index sorts.', {
        type: 'array',
        minItems: 1,
        maxItems: MAX_COLUMNS,
        items: nameOf('Column'),
      }),
      unique: yesOrNo('Unique', '`true` lets no two of its rows hold the same values.'),
      where: condition(
        'Where',
        "Which rows the index holds: `sent_at is null`, `sent_at is not null` or `status = 'pending'`.",
      ),
    },
  }),
});

const within = (
  all: { readonly [key: string]: JsonSchema },
  allows: readonly Allowance[],
): { readonly [key: string]: JsonSchema } =>
  Object.fromEntries(Object.entries(all).filter(([key]) => allows.some((allowed) => allowed === key)));

const columnSchema = (allows: readonly Allowance[]): JsonSchema =>
  described('Column', 'One column of the table: its name, its type, and what it allows.', {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'type'],
    properties: {
      name: nameOf('Name'),
      type: typeOfColumn,
      pk: yesOrNo(
        'Primary key',
        '`true` on the column that identifies a row. A key is unique and never empty.',
      ),
      nullable: yesOrNo(
        'May be empty',
        '`false` makes the column `NOT NULL`; `true` lets it be empty. Left out, it may be empty, as in SQL.',
      ),
      default: defaultOfColumn,
      ...within(furtherOfColumn, allows),
    },
    defaultSnippets: [{ label: 'column', description: 'A column', body: { name: '$1', type: '$2' } }],
  });

const tableSchema = (allows: readonly Allowance[]): JsonSchema =>
  described('Table', 'A table: its name and its columns.', {
    type: 'object',
    additionalProperties: false,
    required: ['table', 'columns'],
    properties: {
      table: nameOf('Table name'),
      columns: described('Columns', 'A list: one line for each column, beginning with a dash.', {
        type: 'array',
        minItems: 1,
        maxItems: MAX_COLUMNS,
        items: columnSchema(allows),
      }),
      ...within({ indexes }, allows),
    },
  });

const tablesSchema = (allows: readonly Allowance[]): JsonSchema =>
  described('Tables', 'Several tables, each with its name and its columns.', {
    type: 'object',
    additionalProperties: false,
    required: ['tables'],
    properties: {
      tables: described('Tables', 'A list: a dash and `table: …` begin each.', {
        type: 'array',
        minItems: 1,
        maxItems: MAX_TABLES,
        items: tableSchema(allows),
      }),
    },
  });

/** The shape of an answer with all that an activity allows: drives completion and hover in the editor. */
export const shapeSchemaOf = (allows: readonly Allowance[]): JsonSchema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...(allows.includes('tables') ? tablesSchema(allows) : tableSchema(allows)),
});

/** One table with every key that there is: what `shape-validator.generated.js` judges by, table by table. */
export const wholeTableSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...tableSchema(ALLOWANCES),
};

const TABLE_KEYS: readonly string[] = ['table', 'columns'];
const COLUMN_KEYS: readonly string[] = ['name', 'type', 'pk', 'nullable', 'default'];
const FURTHER: readonly string[] = Object.keys(furtherOfColumn);

/** Keys of the shape that an activity has to allow. */
export const LATER_KEYS: ReadonlySet<string> = new Set([...FURTHER, 'indexes', 'tables']);

/** The maps of an answer, by what is written in them. */
export type Holder = 'answer' | 'table' | 'column' | 'index' | 'reference';

/** The keys that each map may hold in an activity. */
export function keysOf(holder: Holder, allows: readonly Allowance[]): readonly string[] {
  const allowed = (keys: readonly string[]) => keys.filter((key) => allows.some((each) => each === key));
  switch (holder) {
    case 'answer':
      return ['tables'];
    case 'table':
      return [...TABLE_KEYS, ...allowed(['indexes'])];
    case 'column':
      return [...COLUMN_KEYS, ...allowed(FURTHER)];
    case 'index':
      return ['columns', 'unique', 'where'];
    default:
      return ['table', 'column', 'onDelete'];
  }
}
