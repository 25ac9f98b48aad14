// One file after another. Whatever befalls one of them, the others are graded all the same.
import { kinds } from '@/lib/activities/registry';
import type { Activity } from '@/lib/course/course';
import type { Grader } from '@/lib/grading/grader';
import { readAnswer, whyUnreadable } from './answer-file';
import type { GradedFile } from './grade-report';
import { complain } from './output';

interface Grading {
  readonly name: string;
  readonly activity: Activity;
  readonly format: (graded: GradedFile) => string;
}

/** How it went, from the best to the worst; `unusable`: one at least has no verdict. */
const OUTCOMES = ['passed', 'failed', 'unusable'] as const;

export type FilesOutcome = (typeof OUTCOMES)[number];

/** Prints the verdict on each file, or one line on standard error that says why there is none. The worst outcome counts. */
export async function gradeFiles(
  grading: Grading,
  files: readonly string[],
  open: () => Grader,
): Promise<FilesOutcome> {
  let grader = open();
  let worst = 0;
  for (const file of files) {
    const outcome = await gradeFile(grading, file, grader).catch(async (error: unknown) => {
      complain(whyNotGraded(file, error));
      await closed(grader);
      grader = open();
      return 'unusable' as const;
    });
    worst = Math.max(worst, OUTCOMES.indexOf(outcome));
  }
  await grader.close();
  return OUTCOMES[worst] ?? 'unusable';
}

async function gradeFile({ name, activity, format }: Grading, file: string, grader: Grader) {
  const answer = await readAnswer(file).catch((error: unknown) => complain(whyUnreadable(file, error)));
  if (answer === undefined) return 'unusable';
  const kind = kinds.get(activity.kind);
  if (kind === undefined) throw new Error(`The compiler let the kind ${activity.kind} through.`);
  const graded = await grader.time(kind, activity.config, answer);
  process.stdout.write(`${format({ file, activity: name, ...graded })}\n`);
  return graded.verdict.passed ? 'passed' : 'failed';
}

const whyNotGraded = (file: string, error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return `The file ${file} could not be graded: ${message.split('\n', 1)[0]}`;
};

/** What broke may not be closed either, and that is nothing new. */
const closed = (broken: Grader): Promise<void> => broken.close().catch(() => undefined);
