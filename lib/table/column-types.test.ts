import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/postgres/database';
import { openDatabase } from '@/lib/postgres/direct';
import { readType, typeNames } from './column-types';
import { reservedWords } from './identifier';

const canonical = (written: string) => {
  const reading = readType(written);
  return reading.ok ? reading.type.canonical : reading.message;
};

describe('the names of types', () => {
  it.each([
    ['BIGSERIAL', 'bigint'],
    ['serial8', 'bigint'],
    ['TimestampTZ', 'timestamp with time zone'],
    ['timestamp  with time zone', 'timestamp with time zone'],
    ['timestamp (3) with time zone', 'timestamp(3) with time zone'],
    ['timestamptz(0)', 'timestamp(0) with time zone'],
    ['varchar( 200 )', 'character varying(200)'],
    ['numeric(10, 2)', 'numeric(10,2)'],
    ['numeric(10)', 'numeric(10,0)'],
    ['char', 'character(1)'],
    ['text[]', 'text[]'],
    ['int[3][]', 'integer[]'],
  ])('%s is %s', (written, type) => {
    expect(canonical(written)).toBe(type);
  });

  it.each([
    ['jsnob', 'PostgreSQL has no type `jsnob`. Did you mean `jsonb`?'],
    ['strnig', 'PostgreSQL has no type `strnig`. Did you mean `text`?'],
    ['datetime', 'PostgreSQL has no type `datetime`.'],
    ['varchar(0)', 'The length of `varchar` goes from 1 to 10485760.'],
    ['timestamptz(7)', 'The precision of `timestamptz` goes from 0 to 6.'],
    ['uuid(16)', '`uuid` takes no length.'],
    ['bigserial[]', 'PostgreSQL has no array of `bigserial`: a column that numbers itself holds one number.'],
    ['text; DROP TABLE orders', 'PostgreSQL has no type `text; DROP TABLE orders`.'],
    ['timestamptz with time zone', 'PostgreSQL has no type `timestamptz with time zone`.'],
  ])('%s is none: %s', (written, message) => {
    expect(canonical(written)).toBe(message);
  });
});

describe('in a real PostgreSQL', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });
  afterAll(() => database.close());

  it('gives every type back under the name that the catalogue here has for it', async () => {
    const sized = [
      'varchar(50)',
      'char(3)',
      'bit(4)',
      'varbit(4)',
      'numeric(10)',
      'numeric(10,2)',
      'timetz(2)',
    ];
    const times = [
      'timestamp(3)',
      'timestamp(3) with time zone',
      'time(1)',
      'time with time zone',
      'interval(2)',
    ];
    const arrays = ['text[]', 'varchar(5)[]', 'timestamptz(3)[]', 'numeric(4,1)[]'];
    const written = [...typeNames, ...sized, ...times, ...arrays].map((name) => {
      const reading = readType(name);
      if (!reading.ok) throw new Error(reading.message);
      return reading.type;
    });
    const columns = written.map(({ sql }, index) => `c${index} ${sql}`).join(', ');
    const [, shown] = await database.run([
      { id: 'create', sql: `CREATE TABLE every_type (${columns})` },
      {
        id: 'show',
        sql: "SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = 'every_type'::regclass AND attnum > 0 ORDER BY attnum",
      },
    ]);
    expect(shown?.ok === true && shown.rows.map((row) => row['type'])).toEqual(
      written.map((type) => type.canonical),
    );
  });

  it('reserves the words that are quoted here, and no others', async () => {
    const [outcome] = await database.run([
      {
        id: 'words',
        sql: "SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T') ORDER BY word",
      },
    ]);
    expect(outcome?.ok === true && outcome.rows.map((row) => row['word'])).toEqual([...reservedWords].sort());
  });
});
