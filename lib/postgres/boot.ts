import { PGlite } from '@electric-sql/pglite';
import type { Database } from './database';
import { parsers } from './rows';
import { session } from './session';
import { startParams } from './start-params';

/** A manifest's files, fetched; kept, they make the next database without a download or a compilation. */
export interface DatabaseFiles {
  readonly server: WebAssembly.Module;
  readonly installation: Blob;
  readonly snapshot: Blob;
}

/** PGlite fetches initdb unless it is given one, though a snapshot needs none: the smallest module there is. */
const noInitdb = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

/** A fresh, empty PostgreSQL from the snapshot, in this thread's memory. */
export async function boot({ server, installation, snapshot }: DatabaseFiles): Promise<Database> {
  const pg = await PGlite.create({
    parsers,
    startParams,
    pgliteWasmModule: server,
    initdbWasmModule: noInitdb,
    fsBundle: installation,
    loadDataDir: snapshot,
  });
  return session(pg);
}
