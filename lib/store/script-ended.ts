// Why a script has no outcomes. The words of each are for the learner.

/** There is no database to run it. */
export class DatabaseUnavailable extends Error {
  override readonly name: string = 'DatabaseUnavailable';
}

/** It ran too long, the database died under it, or nobody wanted it any longer. */
export class ScriptEnded extends DatabaseUnavailable {
  override readonly name = 'ScriptEnded';
  readonly why: 'overdue' | 'died' | 'stopped';

  constructor(message: string, options: ErrorOptions & { readonly why: ScriptEnded['why'] }) {
    super(message, options);
    this.why = options.why;
  }
}
