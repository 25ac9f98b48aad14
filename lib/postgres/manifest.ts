/** The folder below `public/`, and so below the site's root, that holds the files of the database. */
export const DATABASE_FOLDER = 'database';

export const MANIFEST = 'manifest.json';

/** A file of the database, and beside it the same with `.gz`. Its name bears a hash, so it may be kept for ever. */
export interface DatabaseFile {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** What a database starts from. The build makes it. */
export interface Manifest {
  /** Changes with PGlite and with the way the files are made. */
  readonly madeFrom: string;
  /** PostgreSQL itself. */
  readonly server: DatabaseFile;
  /** What PostgreSQL expects to be installed: time zones, dictionaries, languages. */
  readonly installation: DatabaseFile;
  /** A data directory, cleanly shut down, as a tar. */
  readonly snapshot: DatabaseFile;
}
