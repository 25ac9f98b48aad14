// From an answer to its verdict: what can be read of it, what its kind wants to know, and what follows. The same for the
// page and the command line, which differ only in how they find things out.
import type { Json } from '@/lib/shared/json';
import { failed } from './check-result';
import type { Finding, NoFinding, Question } from './evidence';
import type { ActivityKind, Reading } from './kind';
import type { Verdict } from './verdict';

/** Finds one thing out. What the answer itself prevents is a finding as well (`NoFinding`); a rejection is our fault. */
export type Gather = (question: Question) => Promise<Finding | NoFinding>;

/** Rounds of questions. A kind that has not made up its mind by then never will. */
const MOST_ROUNDS = 8;

export async function judge(
  kind: ActivityKind<Json>,
  config: Json,
  reading: Reading,
  gather: Gather,
): Promise<Verdict> {
  const findings: Finding[] = [];
  let { wants } = reading;
  if (wants.length === 0 && reading.ungraded !== true) return reading.verdict;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const question of wants) {
      const finding = await gather(question);
      if (finding.ask === 'none') return stopped(reading.verdict, finding);
      findings.push(finding);
    }
    const grading = kind.grade(config, reading, findings);
    if ('verdict' in grading) return grading.verdict;
    wants = grading.wants;
  }
  throw new Error(`The kind ${kind.name} asks without end.`);
}

/** The check whose failure says that an answer could not be judged to its end, and that the answer is why. */
export const LIMIT_CHECK = 'limit';

const stopped = ({ checks, notes }: Verdict, { words }: NoFinding): Verdict => ({
  passed: false,
  checks: [...checks, failed(LIMIT_CHECK, words)],
  notes,
});
