// PostgreSQL's types by all their names. What is not in this catalogue is no type and never reaches SQL.
import { closest, distance } from 'fastest-levenshtein';

export interface ColumnType {
  /** The name that PostgreSQL gives back (`format_type`), without a length: `timestamp with time zone`. */
  readonly base: string;
  /** The whole type as PostgreSQL gives it back: `character varying(50)`. For a serial, the type behind it. */
  readonly canonical: string;
  /** The type in SQL, in its writer's choice of name: `timestamptz(3)`. */
  readonly sql: string;
  /** The lengths or precisions, as written. */
  readonly sizes: readonly number[];
  /** PostgreSQL numbers such a column by itself, and forbids NULL in it. */
  readonly numbered: boolean;
  readonly array: boolean;
}

/** How many sizes a type takes, and from where to where. */
interface Sizes {
  readonly count: 1 | 2;
  readonly from: number;
  readonly to: number;
  readonly what: string;
}

interface Entry {
  readonly base: string;
  readonly names: readonly string[];
  readonly sizes?: Sizes;
  /** Without a size, this one is meant. */
  readonly implied?: number;
  /** Words after the size, as in `timestamp(3) with time zone`. */
  readonly suffix?: string;
  readonly numbered?: true;
}

const length = (to: number): Sizes => ({ count: 1, from: 1, to, what: 'length' });
const seconds: Sizes = { count: 1, from: 0, to: 6, what: 'precision' };

const entries: readonly Entry[] = [
  { base: 'bigint', names: ['bigint', 'int8'] },
  { base: 'bigint', names: ['bigserial', 'serial8'], numbered: true },
  { base: 'integer', names: ['integer', 'int', 'int4'] },
  { base: 'integer', names: ['serial', 'serial4'], numbered: true },
  { base: 'smallint', names: ['smallint', 'int2'] },
  { base: 'smallint', names: ['smallserial', 'serial2'], numbered: true },
  { base: 'boolean', names: ['boolean', 'bool'] },
  { base: 'text', names: ['text'] },
  {
    base: 'character varying',
    names: ['varchar', 'character varying', 'char varying'],
    sizes: length(10_485_760),
  },
  { base: 'character', names: ['character', 'char'], sizes: length(10_485_760), implied: 1 },
  { base: 'uuid', names: ['uuid'] },
  { base: 'jsonb', names: ['jsonb'] },
  { base: 'json', names: ['json'] },
  { base: 'timestamp with time zone', names: ['timestamptz'], sizes: seconds },
  { base: 'timestamp with time zone', names: ['timestamp'], sizes: seconds, suffix: 'with time zone' },
  { base: 'timestamp without time zone', names: ['timestamp'], sizes: seconds },
  { base: 'timestamp without time zone', names: ['timestamp'], sizes: seconds, suffix: 'without time zone' },
  { base: 'time with time zone', names: ['timetz'], sizes: seconds },
  { base: 'time with time zone', names: ['time'], sizes: seconds, suffix: 'with time zone' },
  { base: 'time without time zone', names: ['time'], sizes: seconds },
  { base: 'time without time zone', names: ['time'], sizes: seconds, suffix: 'without time zone' },
  { base: 'date', names: ['date'] },
  { base: 'interval', names: ['interval'], sizes: seconds },
  {
    base: 'numeric',
    names: ['numeric', 'decimal', 'dec'],
    sizes: { count: 2, from: 0, to: 1000, what: 'precision' },
  },
  { base: 'real', names: ['real', 'float4'] },
  { base: 'double precision', names: ['double precision', 'float8', 'float'] },
  { base: 'bytea', names: ['bytea'] },
  { base: 'bit', names: ['bit'], sizes: length(83_886_080), implied: 1 },
  { base: 'bit varying', names: ['bit varying', 'varbit'], sizes: length(83_886_080) },
  ...['money', 'inet', 'cidr', 'macaddr', 'macaddr8', 'xml', 'jsonpath', 'name', 'oid', 'xid8'].map(plain),
  ...['pg_lsn', 'pg_snapshot', 'tsvector', 'tsquery', 'point', 'line', 'lseg', 'box', 'path'].map(plain),
  ...['polygon', 'circle', 'int4range', 'int8range', 'numrange', 'daterange'].map(plain),
  ...['tsrange', 'tstzrange'].map(plain),
];

function plain(name: string): Entry {
  return { base: name, names: [name] };
}

/** Every name of a type, the usual one of each first: for completion and for "did you mean". */
export const typeNames: readonly string[] = [
  ...new Set([...entries.map(({ names }) => names[0] ?? ''), ...entries.flatMap(({ names }) => names)]),
];

const FORM =
  /^(?<name>[a-z_][a-z0-9_]*(?: [a-z]+)??) ?(?:\( ?(?<sizes>\d{1,9}(?: ?, ?\d{1,9})?) ?\))?(?: ?(?<suffix>with(?:out)? time zone))?(?<array>(?: ?\[\d{0,9}\])+)?$/;

export type TypeReading =
  | { readonly ok: true; readonly type: ColumnType }
  | { readonly ok: false; readonly message: string; readonly hint: string | null };

/** Reads a type's name in any case, with a length or precision; or says why there is no such type. */
export function readType(written: string): TypeReading {
  const text = written.trim().toLowerCase().replace(/\s+/g, ' ');
  const parts = FORM.exec(text)?.groups;
  const name = parts?.['name'] ?? '';
  const suffix = parts?.['suffix'];
  const entry = entries.find((known) => known.names.includes(name) && known.suffix === suffix);
  if (parts === undefined || entry === undefined) return unknown(written, text);
  const sizes = (parts['sizes'] ?? '').split(',').filter(Boolean).map(Number);
  const array = parts['array'] !== undefined;
  const refused = refuseSizes(entry, name, sizes) ?? (array && entry.numbered ? refuseArray(name) : null);
  return refused ?? { ok: true, type: typeOf(entry, name, sizes, array) };
}

function typeOf(entry: Entry, name: string, sizes: readonly number[], array: boolean): ColumnType {
  const shown = sizes.length > 0 ? `(${sizes.join(',')})` : '';
  const given = sizes.length === 0 && entry.implied !== undefined ? [entry.implied] : sizes;
  // PostgreSQL always shows a scale, and keeps the size of a time before its words.
  const full = entry.base === 'numeric' && given.length === 1 ? [...given, 0] : given;
  const size = full.length > 0 ? `(${full.join(',')})` : '';
  const [first = '', ...words] = entry.base.split(' ');
  const split = /^time/.test(first) ? `${first}${size} ${words.join(' ')}` : `${entry.base}${size}`;
  const brackets = array ? '[]' : '';
  return {
    base: entry.base,
    canonical: `${split.trim()}${brackets}`,
    sql: `${name}${shown}${entry.suffix === undefined ? '' : ` ${entry.suffix}`}${brackets}`,
    sizes,
    numbered: entry.numbered === true,
    array,
  };
}

function refuseSizes(entry: Entry, name: string, sizes: readonly number[]): TypeReading | null {
  if (sizes.length === 0) return null;
  const allowed = entry.sizes;
  if (allowed === undefined) {
    return { ok: false, message: `\`${name}\` takes no length.`, hint: `Write \`${name}\`.` };
  }
  const [first = 0, second = 0] = sizes;
  const fits = sizes.length <= allowed.count && first >= Math.max(allowed.from, 0) && first <= allowed.to;
  const whole = entry.base !== 'numeric' || (first >= 1 && second <= first);
  if (fits && whole) return null;
  const from = entry.base === 'numeric' ? 1 : allowed.from;
  return {
    ok: false,
    message: `The ${allowed.what} of \`${name}\` goes from ${from} to ${allowed.to}.`,
    hint: null,
  };
}

const refuseArray = (name: string): TypeReading => ({
  ok: false,
  message: `PostgreSQL has no array of \`${name}\`: a column that numbers itself holds one number.`,
  hint: null,
});

function unknown(written: string, text: string): TypeReading {
  const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written;
  const elsewhere = foreign.get(text.replace(/\(.*$/, '').trim());
  if (elsewhere !== undefined) {
    return { ok: false, message: `PostgreSQL has no type \`${shown}\`.`, hint: `It says \`${elsewhere}\`.` };
  }
  const near = nearest(text.replace(/\(.*$/, '').trim());
  const hint =
    near === null ? 'Types used here are `bigserial`, `uuid`, `text`, `jsonb` and `timestamptz`.' : null;
  const meant = near === null ? '' : ` Did you mean \`${near}\`?`;
  return { ok: false, message: `PostgreSQL has no type \`${shown}\`.${meant}`, hint };
}

/** What other databases and languages call it. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['str', 'text'],
  ['varchar2', 'text'],
  ['nvarchar', 'text'],
  ['clob', 'text'],
  ['datetime', 'timestamptz'],
  ['datetimeoffset', 'timestamptz'],
  ['timestamp_tz', 'timestamptz'],
  ['guid', 'uuid'],
  ['uniqueidentifier', 'uuid'],
  ['object', 'jsonb'],
  ['long', 'bigint'],
  ['bigint unsigned', 'bigint'],
  ['number', 'bigint'],
  ['autoincrement', 'bigserial'],
  ['auto_increment', 'bigserial'],
  ['identity', 'bigserial'],
  ['blob', 'bytea'],
  ['double', 'double precision'],
]);

/** The type whose name, here or elsewhere, is nearest to a misspelt one. */
function nearest(text: string): string | null {
  if (text === '' || text.length > 40) return null;
  const near = closest(text, [...typeNames, ...foreign.keys()]);
  if (distance(text, near) > Math.max(text.length < 4 ? 1 : 2, Math.floor(text.length / 3))) return null;
  return foreign.get(near) ?? near;
}
