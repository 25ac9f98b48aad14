import { format } from '@/lib/course/frame';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { readScenario } from '@/lib/sim/scenario/scenario-file';
import { readAnswer, whyUnreadable } from './answer-file';
import { complain } from './output';

/** The scenario in a file, or in standard input for `-`. Null once all that is wrong with it has been told. */
export async function readScenarioArgument(file: string): Promise<Scenario | null> {
  const text = await readAnswer(file).catch((error: unknown) => {
    complain(whyUnreadable(file, error));
    return null;
  });
  if (text === null) return null;
  const read = readScenario(text, file);
  if (read.ok) return read.value;
  // What is no text is not shown.
  const shown = text.includes('\0') || text.includes('\ufffd') ? null : text;
  complain(read.problems.map((problem) => format(problem, shown)).join('\n\n'));
  return null;
}
