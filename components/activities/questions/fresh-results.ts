import type { CheckResult, Verdict } from '@/lib/activities/verdict';

/** What the last check found of each question, by its id; nothing once the answers have changed. */
export function freshResults(verdict: Verdict | null, stale: boolean): ReadonlyMap<string, CheckResult> {
  if (verdict === null || stale) return new Map();
  return new Map(verdict.checks.map((check) => [check.id, check]));
}
