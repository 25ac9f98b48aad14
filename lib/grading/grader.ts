import { judge, LIMIT_CHECK } from '@/lib/activities/judge';
import type { ActivityKind } from '@/lib/activities/kind';
import type { Verdict } from '@/lib/activities/verdict';
import type { Json } from '@/lib/shared/json';
import { createGatherer, type Gatherer } from './gatherer';

export interface Graded {
  readonly verdict: Verdict;
  /** Milliseconds of grading, without the start of what is needed for it and what only its first answer pays. */
  readonly ms: number;
}

/** Grades answers as the page does. */
export interface Grader {
  grade(kind: ActivityKind<Json>, config: Json, answer: string): Promise<Verdict>;
  /** An answer under which the database died has failed; the next one gets a fresh database. */
  time(kind: ActivityKind<Json>, config: Json, answer: string): Promise<Graded>;
  close(): Promise<void>;
}

export function createGrader(gatherer: Gatherer = createGatherer()): Grader {
  const once = async (kind: ActivityKind<Json>, config: Json, answer: string): Promise<Graded> => {
    const begun = performance.now() - gatherer.startupMs();
    const verdict = await judge(kind, config, kind.read(config, answer), gatherer.gather);
    return { verdict, ms: performance.now() - gatherer.startupMs() - begun };
  };

  const time: Grader['time'] = async (kind, config, answer) => {
    const starts = gatherer.starts();
    const graded = await once(kind, config, answer);
    // A fresh database is slow at everything it does for the first time: that was a rehearsal.
    const isRehearsal =
      gatherer.starts() > starts && graded.verdict.checks.every(({ id }) => id !== LIMIT_CHECK);
    return isRehearsal ? once(kind, config, answer) : graded;
  };

  return {
    time,
    grade: async (kind, config, answer) => (await time(kind, config, answer)).verdict,
    close: gatherer.close,
  };
}
