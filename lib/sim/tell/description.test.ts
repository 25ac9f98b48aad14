import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../scenario/scenario-fixture';
import { run, stepsOf } from '../trace';
import { describeAt } from './description';
import { commands } from './notation';

const sketch = { workload: { orders: 0 }, relays: { claim: 'lease' } } as const;
const trace = run(scenarioOf(sketch), commands('order@0 down@50'));
const refused = stepsOf(trace).findIndex(({ kind }) => kind === 'refused');

describe('a step of a trace', () => {
  it('is told with what went before it: the relay gives back the row that it had polled', () => {
    expect(describeAt(trace, refused)).toEqual({
      words: 'The broker could not be reached with event 1. Row 1 stays pending.',
      sql: "UPDATE orders_outbox\nSET leased_until = NULL\nWHERE id IN (1) AND leased_by = 'relay' AND dispatched_at IS NULL;",
      changes: [],
    });
  });

  it('is put into words once', () => {
    expect(describeAt(trace, refused)).toBe(describeAt(trace, refused));
  });
});
