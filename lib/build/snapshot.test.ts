import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/postgres/database';
import { openDatabase, openPlain } from '@/lib/postgres/direct';
import { makeDatabaseFiles } from './snapshot';

let fromSnapshot: Database;
let plain: Database;
beforeAll(async () => {
  await makeDatabaseFiles();
  [fromSnapshot, plain] = await Promise.all([openDatabase(), openPlain()]);
});
afterAll(() => Promise.all([fromSnapshot.close(), plain.close()]));

/** What a lesson may ask of PostgreSQL. None of it may depend on a time or on chance. */
const session = [
  `create table events (id bigserial primary key, payload jsonb not null, at timestamptz not null default now(),
    key uuid not null default uuidv7())`,
  'create index on events (id) where at is null',
  `insert into events (payload) select jsonb_build_object('n', n) from generate_series(1, 100) n`,
  'select id, payload from events order by id desc limit 2',
  'analyze events',
  'explain (format json, costs off) select * from events where id = 7',
  'select uuid_extract_version(key) as version, count(*) from events group by 1',
  'create function doubled(n int) returns int language plpgsql as $$ begin return n * 2; end $$',
  'select doubled(21)',
  `create function refuse() returns trigger language plpgsql as $$ begin raise 'refused' using hint = 'ask'; end $$`,
  'create trigger refuse before delete on events for each row execute function refuse()',
  'delete from events where id = 1',
  'create table ranges (id int generated always as identity, day date) partition by range (day)',
  `create table january partition of ranges for values from ('2026-01-01') to ('2026-02-01')`,
  `insert into ranges (day) values ('2026-01-31'), ('2026-02-01')`,
  'listen channel',
  `select pg_notify('channel', 'payload')`,
  'select pg_try_advisory_lock(1), pg_try_advisory_xact_lock(2)',
  'begin isolation level repeatable read',
  'select id from events order by id limit 1 for update skip locked',
  'select pg_current_xact_id() >= pg_snapshot_xmin(pg_current_snapshot()) as fenced',
  'rollback',
  `select to_tsvector('english', 'running events') @@ to_tsquery('event') as found`,
  `select timestamptz '2026-07-01 12:00Z' at time zone 'Europe/Berlin' as summer`,
  'select column_name, data_type, is_nullable from information_schema.columns where table_name = $$events$$ order by 1',
  `select conname, pg_get_constraintdef(oid) from pg_constraint where conrelid = 'events'::regclass order by 1`,
  `select pg_get_viewdef('pg_stat_activity'::regclass)`,
  `select attname, attstorage from pg_attribute where attrelid = 'pg_rewrite'::regclass order by attnum`,
  'select name, setting from pg_settings where source <> $$default$$ and name !~ $$wal|time$$ order by 1',
  'drop schema public cascade',
  'create schema public',
  'select count(*) from pg_class where relnamespace = $$public$$::regnamespace',
];

describe('a database from the snapshot', () => {
  it('answers as one that initdb has just made', async () => {
    const statements = session.map((sql) => ({ id: sql, sql }));
    const answers = await fromSnapshot.run(statements);
    expect(answers).toEqual(await plain.run(statements));
    expect(answers.filter((answer) => !answer.ok).map((answer) => answer.id.slice(0, 11))).toEqual([
      'delete from',
      'insert into',
    ]);
  });
});

describe('the files of the database', () => {
  it('are made once', async () => {
    await expect(makeDatabaseFiles()).resolves.toBe(false);
  });

  it('are small enough to wait for: 4.5 MB for a host that knows only gzip', async () => {
    const manifest = new URL('../../public/database/manifest.json', import.meta.url);
    const { server, installation, snapshot } = JSON.parse(await readFile(manifest, 'utf8'));
    expect(server.gzipBytes + installation.gzipBytes + snapshot.gzipBytes).toBeLessThan(4_500_000);
  });
});
