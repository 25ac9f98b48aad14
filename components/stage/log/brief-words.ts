import type { Step } from '@/lib/sim/step';
import { rowsOf } from '@/lib/sim/tell/words';

/** Rows of one step that are named; of more than these only how many there are. */
const NAMED = 6;

/** The words of a step, of which only the first few rows are named: `rows 1, 2, 3, 4, 5, 6 and 44 more`. */
export function briefWords(words: string, { rows, events }: Pick<Step, 'rows' | 'events'>): string {
  const more = rows.length - NAMED;
  if (more < 2) return words;
  const named = rowsOf({ rows: rows.slice(0, NAMED), events }).replace(/ and (?=\d)/, ', ');
  return words.replace(rowsOf({ rows, events }), `${named} and ${more} more`);
}
