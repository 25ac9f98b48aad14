import type { CheckResult, Verdict } from '@/lib/activities/verdict';

export interface GradedFile {
  /** As it was named. */
  readonly file: string;
  /** `LESSON-ID/ACTIVITY` */
  readonly activity: string;
  readonly verdict: Verdict;
  readonly ms: number;
}

/** One line of JSON, whose keys are a contract with whoever reads it. */
export function jsonLine({ file, activity, verdict, ms }: GradedFile): string {
  return JSON.stringify({
    file,
    activity,
    passed: verdict.passed,
    ms: Math.round(ms * 10) / 10,
    checks: verdict.checks.map(({ id, passed, message, place }) => ({
      id,
      passed,
      message,
      line: place?.line ?? null,
      column: place?.column ?? null,
    })),
    notes: verdict.notes.map(({ message }) => message),
  });
}

/** For people: what failed, with the place, the reason and the hints' first; of what passed, how much. */
export function report({ file, verdict, ms }: GradedFile): string {
  const failed = verdict.checks.filter(({ passed }) => !passed);
  const passed = verdict.checks.length - failed.length;
  const title = verdict.passed
    ? `${file} passed: ${passed} checks in ${Math.round(ms)} ms.`
    : `${file} did not pass: ${failed.length} to mend, ${passed} right.`;
  const notes = verdict.notes.map(({ message }) => `  Note: ${message}`);
  return [title, ...failed.map((check) => failure(file, check)), ...notes].join('\n');
}

function failure(file: string, { id, message, why, hints, place, database }: CheckResult): string {
  const at = place === null ? '' : `${file}:${place.line}:${place.column} `;
  const lines = [
    `  ${at}${id}`,
    `    ${message}`,
    why === null ? null : `    ${why}`,
    hints[0] === undefined ? null : `    Hint: ${hints[0]}`,
    database === null ? null : `    PostgreSQL ${database.code ?? ''}: ${database.message}`,
  ];
  return lines.filter((line) => line !== null).join('\n');
}
