import { describe, expect, it } from 'vitest';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import type { Step } from '@/lib/sim/step';
import { describe as tell } from '@/lib/sim/tell/describe';
import { briefWords } from './brief-words';

/** A poll that found these rows; each event has the number of its row, if nothing else is said. */
const pollOf = (rows: readonly number[], events = rows): Step => ({
  at: 200,
  actor: 'relay',
  kind: 'polled',
  event: 0,
  row: 0,
  value: rows.length,
  events,
  rows,
  dedup: null,
});

const upTo = (count: number) => Array.from({ length: count }, (_, place) => place + 1);

const words = (step: Step) => briefWords(tell(step, scenarioOf()).words, step);

describe('the words of a step about many rows', () => {
  it.each([
    ['name the only one', pollOf([1]), 'row 1'],
    ['name them all where they are few', pollOf(upTo(7)), 'rows 1, 2, 3, 4, 5, 6 and 7'],
    ['name the first, and count the rest', pollOf(upTo(50)), 'rows 1, 2, 3, 4, 5, 6 and 44 more'],
    [
      'keep the event beside a row of another number',
      pollOf([2, 1, 3, 4, 5, 6, 7, 8], upTo(8)),
      'rows 2 (event 1), 1 (event 2), 3, 4, 5, 6 and 2 more',
    ],
  ])('%s', (_, step, rows) => {
    expect(words(step)).toBe(`The relay polled and found ${rows} pending.`);
  });

  it('stay as they are where they are about no rows', () => {
    const { rows, events } = pollOf([]);
    expect(briefWords('The relay crashed.', { rows, events })).toBe('The relay crashed.');
  });
});
