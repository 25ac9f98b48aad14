'use client';
import { useState } from 'react';
import type { CheckResult, Verdict } from '@/lib/activities/verdict';
import { keyOf, resultsOf } from './results';

export interface Hints {
  readonly shown: (check: CheckResult) => number;
  /** Unfolds a check's next hint and gives its words; null when none is left. */
  readonly unfold: (check: CheckResult) => string | null;
  /** Unfolds the next hint of the first fault that has one left and gives its words; null when none is left. */
  readonly unfoldNext: (verdict: Verdict) => string | null;
}

/** Which hints have been unfolded, one at a time. They stay so for as long as the page is open. */
export function useHints(): Hints {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const shown = (check: CheckResult) => Math.min(counts.get(keyOf(check)) ?? 0, check.hints.length);
  const unfold = (check: CheckResult) => {
    setCounts((before) => new Map(before).set(keyOf(check), shown(check) + 1));
    return check.hints[shown(check)] ?? null;
  };
  const unfoldNext = (verdict: Verdict) => {
    const faults = resultsOf(verdict).faults.flatMap(({ checks }) => checks);
    const next = faults.find((check) => shown(check) < check.hints.length);
    return next === undefined ? null : unfold(next);
  };
  return { shown, unfold, unfoldNext };
}
