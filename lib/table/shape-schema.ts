import type { JsonSchema } from '@/lib/shared/json';
import { typeNames } from './column-types';
import { IDENTIFIER } from './identifier';
import { DEFAULT_CALLS } from './table-spec';

/** Beyond this many columns a table is no exercise any more. */
export const MAX_COLUMNS = 50;
export const MAX_DEFAULT_LENGTH = 200;

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

const column: JsonSchema = described(
  'Column',
  'One column of the table: its name, its type, and what it allows.',
  {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'type'],
    properties: {
      name: described('Name', 'Lower-case letters, digits and underscores.', {
        type: 'string',
        pattern: IDENTIFIER,
      }),
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
    },
    defaultSnippets: [{ label: 'column', description: 'A column', body: { name: '$1', type: '$2' } }],
  },
);

/** The one schema of the shape: it judges answers, and it drives completion and hover in the editor. */
export const shapeSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...described('Table', 'A table: its name and its columns.', {
    type: 'object',
    additionalProperties: false,
    required: ['table', 'columns'],
    properties: {
      table: described('Table name', 'Lower-case letters, digits and underscores.', {
        type: 'string',
        pattern: IDENTIFIER,
      }),
      columns: described('Columns', 'A list: one line for each column, beginning with a dash.', {
        type: 'array',
        minItems: 1,
        maxItems: MAX_COLUMNS,
        items: column,
      }),
    },
  }),
};

export const TABLE_KEYS: readonly string[] = ['table', 'columns'];
export const COLUMN_KEYS: readonly string[] = ['name', 'type', 'pk', 'nullable', 'default'];

/** Keys of the shape that other activities ask for. */
export const LATER_KEYS: ReadonlySet<string> = new Set([
  'unique',
  'references',
  'check',
  'identity',
  'indexes',
]);
