// The moments of a run as people and PostgreSQL read them. Every run begins on an invented morning.
import type { Millis } from '../scenario/scenario';

const START = (9 * 60 + 41) * 60 * 1_000_000;
const DAY = 24 * 60 * 60 * 1_000_000;
const FIRST = { year: 2026, month: 1, day: 5 } as const;

/** Microseconds since midnight of the first day. */
const microsOf = (at: Millis): number => START + Math.round(at * 1000);

/** The time of day in a run: `09:41:00.210`. */
export const wallTime = (at: Millis): string => timeOfDay(microsOf(at)).slice(0, -3);

/** The same moment as PostgreSQL reads it: `2026-01-05 09:41:00.210000+00`. */
export function timestamp(at: Millis): string {
  const micros = microsOf(at);
  return `${dateAfter(Math.floor(micros / DAY))} ${timeOfDay(micros)}+00`;
}

/** The time into the run: `0.210`. */
export const seconds = (at: Millis): string => (at / 1000).toFixed(3);

function timeOfDay(micros: number): string {
  const part = (unit: number, of: number, digits = 2) =>
    String(Math.floor(micros / unit) % of).padStart(digits, '0');
  return `${part(3_600_000_000, 24)}:${part(60_000_000, 60)}:${part(1_000_000, 60)}.${part(1, 1_000_000, 6)}`;
}

/** The date so many days after the first: a run of a million messages takes more than one. */
function dateAfter(days: number): string {
  let { year, month, day }: { year: number; month: number; day: number } = FIRST;
  day += days;
  for (let length = daysOf(year, month); day > length; length = daysOf(year, month)) {
    day -= length;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
