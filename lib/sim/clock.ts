import type { Millis } from './scenario';

/** Every run begins at this moment of an invented day. */
const DATE = '2026-01-05';
const START = (9 * 60 + 41) * 60 * 1000;

/** The time of day in a run: `09:41:00.210`. */
export function wallTime(at: Millis): string {
  const time = START + at;
  const part = (unit: number, of: number, digits: number) =>
    String(Math.floor(time / unit) % of).padStart(digits, '0');
  return `${part(3_600_000, 24, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}.${part(1, 1000, 3)}`;
}

/** The same moment as PostgreSQL reads it: `2026-01-05 09:41:00.210+00`. */
export const timestamp = (at: Millis): string => `${DATE} ${wallTime(at)}+00`;

/** The time into the run: `0.210`. */
export const seconds = (at: Millis): string => (at / 1000).toFixed(3);
