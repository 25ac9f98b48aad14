// Programs for tests, asked as the simulator asks them.
import { transform } from 'sucrase';
import type { Reply, Seen, Turn } from '@/lib/sim/process/process';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { type OpenProgram, openProgram } from './open-program';

const SCENARIO = scenarioOf({ workload: { orders: 3, aggregates: 2 } });

/** The rows that a `pending` is answered with. */
export const rows = (...events: readonly number[]): Reply => ({ ok: true, events });
export const DONE: Reply = { ok: true };
export const REFUSED: Reply = { ok: false, why: 'refused' };

/** The history in which these calls were answered, in this order. */
export const answered = (...replies: readonly (readonly [call: number, reply: Reply])[]): readonly Seen[] =>
  replies.map(([call, reply]) => ({ call, reply }));

export const delivered = (
  event: number,
  ...replies: readonly (readonly [call: number, reply: Reply])[]
): readonly Seen[] => [{ message: event, redelivered: false }, ...answered(...replies)];

const opened: OpenProgram[] = [];

/** A program in TypeScript. `closeAll` gives back what it holds. */
export async function programOf(text: string): Promise<OpenProgram> {
  const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true });
  const program = await openProgram(code, SCENARIO);
  opened.push(program);
  return program;
}

export function closeAll(): void {
  for (const program of opened.splice(0)) program.close();
}

export const turnOf = async (text: string, history: readonly Seen[] = []): Promise<Turn> =>
  (await programOf(text)).process.next(history);

/** What a program is stopped for, and where. */
export async function stopOf(
  text: string,
  history: readonly Seen[] = [],
): Promise<readonly [string, number | null]> {
  const { process } = await programOf(text);
  try {
    const turn = process.next(history);
    throw new Error(`It went on: ${JSON.stringify(turn)}`);
  } catch (error) {
    if (error instanceof Error && 'line' in error) return [error.message, error.line as number | null];
    throw error;
  }
}
