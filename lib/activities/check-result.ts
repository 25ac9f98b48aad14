import type { CheckResult } from './verdict';

type More = Partial<Omit<CheckResult, 'id' | 'passed' | 'message'>>;

/** A result with nothing but its words; `more` says what there is besides. */
export const failed = (id: string, message: string, more: More = {}): CheckResult => ({
  ...bare,
  id,
  passed: false,
  message,
  ...more,
});

export const passed = (id: string, message: string, more: More = {}): CheckResult => ({
  ...bare,
  id,
  passed: true,
  message,
  ...more,
});

const bare = { subject: null, why: null, hints: [], place: null, database: null };
