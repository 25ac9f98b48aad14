// Every order of things, in one scenario: what breaks, and what does not.
import type { Explored } from '@/lib/sim/explore/explored';
import type { ProcessFault } from '@/lib/sim/process/process-fault';
import type { Invariant, Scenario } from '@/lib/sim/scenario/scenario';
import { failed } from '../check-result';
import { type Finding, findingOf, isFound, type Program, type Question } from '../evidence';
import { LIMIT_CHECK } from '../judge';
import type { CheckResult, Note } from '../verdict';
import { causeOf } from './causes';
import type { CodeCheck, CodeConfig } from './code-config';
import { type Found, failure, passes } from './code-results';
import { rightWords } from './right-words';
import { traceWords } from './trace-words';

/** What `grade` needs again. */
export interface Understood {
  readonly text: string;
  readonly program: Program;
}

export type Graded =
  | { readonly wants: readonly Question[] }
  | { readonly checks: readonly CheckResult[]; readonly notes: readonly Note[] };

export interface Asker {
  readonly config: CodeConfig;
  readonly understood: Understood;
  readonly findings: readonly Finding[];
}

export interface Looked {
  readonly results: readonly CheckResult[];
  readonly broken: readonly Invariant[];
}

/** Every order of things in this scenario; once more without what breaks, for what else does. */
export function exploreAll(
  { config, understood: { text, program }, findings }: Asker,
  base: Scenario,
  invariants: readonly Invariant[],
): Graded | Looked {
  const results: CheckResult[] = [];
  const broken: Invariant[] = [];
  for (let judged = invariants; judged.length > 0; judged = independentOf(broken, judged)) {
    const scenario: Scenario = { ...(broken.length === 0 ? base : cursory(base)), invariants: judged };
    const id = `schedules of ${base.workload.orders}: ${judged.join(' ')}`;
    if (!isFound(findings, id)) return { wants: [{ ask: 'schedules', id, scenario, program }] };
    const { explored } = findingOf(findings, 'schedules', id);
    if (explored.fault !== undefined)
      return { checks: faultResults(config, text, explored.fault), notes: [] };
    results.push(...exploredResults(config, text, scenario, explored, broken.length === 0));
    if (explored.invariant === null) break;
    broken.push(explored.invariant);
  }
  return { results, broken };
}

/** One order: whatever breaks there breaks in the fewest steps, and is the easiest to follow. */
export const smallest = (scenario: Scenario): Scenario => ({
  ...scenario,
  workload: { ...scenario.workload, orders: Math.min(1, scenario.workload.orders), aggregates: 1 },
});

/** States that are looked at for what else breaks, once something did. */
const FURTHER_STATES = 10_000;

export const cursory = (scenario: Scenario): Scenario => ({
  ...scenario,
  budgets: { ...scenario.budgets, states: Math.min(scenario.budgets.states, FURTHER_STATES) },
});

/** A lost event is a gap in the order, and so is one that came twice: that the order breaks then is no news. */
export const independentOf = (
  broken: readonly Invariant[],
  judged: readonly Invariant[],
): readonly Invariant[] =>
  judged.filter((each) => !(broken.includes(each) || (each === 'I4' && broken.length > 0)));

export function faultResults(config: CodeConfig, text: string, fault: ProcessFault): readonly CheckResult[] {
  const found: Found = { words: fault.words, line: fault.line ?? null };
  const rule = fault.endless === true ? 'finishes' : 'runs';
  const check = config.checks.find((each) => each.rule === rule);
  // Said in any case, whatever the author thought of.
  return [check === undefined ? failed(LIMIT_CHECK, fault.words) : failure(check, text, found)];
}

function exploredResults(
  config: CodeConfig,
  text: string,
  scenario: Scenario,
  explored: Explored,
  isFirst: boolean,
): readonly CheckResult[] {
  const { invariant, verdict, states } = explored;
  if (invariant !== null) return [brokenResult(config, text, scenario, explored, invariant)];
  // Of what was not looked at to its end, nothing is claimed.
  if (verdict === 'sampled') return isFirst ? [failed(LIMIT_CHECK, TOO_MANY)] : [];
  const held = config.checks.filter(
    ({ invariant: its }) => its !== null && scenario.invariants.includes(its),
  );
  return passes({ ...config, checks: held }, 'holds', (check) => rightWords(check, states));
}

const TOO_MANY =
  'More can happen to this program than can be tried. Shorter rounds would do, or fewer calls at once.';

function brokenResult(
  config: CodeConfig,
  text: string,
  scenario: Scenario,
  explored: Explored,
  invariant: Invariant,
): CheckResult {
  const cause = causeOf(invariant, explored.remembered, scenario);
  const mine = config.checks.filter((check) => check.invariant === invariant);
  const check =
    mine.find((each) => cause.name !== null && each.cause === cause.name) ??
    mine.find((each) => each.cause === null) ??
    (mine[0] as CodeCheck);
  return failure(check, text, {
    words: cause.name ?? '',
    line: cause.line,
    ...traceWords(scenario, explored),
    explanation: { show: 'schedule', scenario, explored },
  });
}
