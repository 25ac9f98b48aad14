// The answers that the journeys write: the lesson's own solution, and it with two columns spoilt.
import { readFileSync } from 'node:fs';

const folder = 'lessons/04-reliable-publication/01-asynchronous-integration/outbox-table';

export const solution = readFileSync(`${folder}/solution.yaml`, 'utf8');

/** occurred_at without a zone on line 7, dispatched_at not null on line 8. */
export const wrongTable = solution
  .replace('occurred_at,   type: timestamptz', 'occurred_at,   type: timestamp')
  .replace('nullable: true', 'nullable: false');
