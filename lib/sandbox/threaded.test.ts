import { afterEach, expect, it } from 'vitest';
import type { ModelQuestion } from '@/lib/activities/model-questions';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { openThreadedPrograms, ProgramOverdue, type ThreadedPrograms } from './threaded';

let programs: ThreadedPrograms | null = null;
afterEach(() => programs?.close());

const question = (code: string, orders: number): ModelQuestion => ({
  ask: 'schedules',
  id: 'all',
  scenario: scenarioOf({ workload: { orders } }),
  program: { role: 'relay', code },
});

it('what a program does is found out in another thread, and what takes too long ends with it', async () => {
  programs = await openThreadedPrograms(3_000);
  const idle = 'export default async () => {};';
  await expect(programs.answer(question(idle, 1))).resolves.toMatchObject({
    ask: 'schedules',
    id: 'all',
    explored: { verdict: 'broken', invariant: 'I2' },
  });
  const mark = `export default async ({ outbox, broker }) => {
    for (const row of await outbox.pending()) { await broker.publish(row); await outbox.mark(row.id); }
  };`;
  await expect(programs.answer(question(mark, 12))).rejects.toBeInstanceOf(ProgramOverdue);
});
