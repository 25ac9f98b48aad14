// From what was found out about a program to its checks: first one run in time, then every order of things.
import type { Explored } from '@/lib/sim/explore/explored';
import type { RunOutcome } from '@/lib/sim/look/run-outcome';
import { circling, type ProcessFault } from '@/lib/sim/process/process-fault';
import type { Invariant, Scenario } from '@/lib/sim/scenario/scenario';
import { failed } from '../check-result';
import { type Finding, findingOf, isFound, type Program, type Question } from '../evidence';
import type { CheckResult, Note } from '../verdict';
import { causeOf } from './causes';
import type { CodeCheck, CodeConfig } from './code-config';
import { type Found, failure, passes } from './code-results';
import { notesOn } from './notes';
import { rightWords } from './right-words';
import { traceWords } from './trace-words';

/** What `grade` needs again. */
export interface Understood {
  readonly text: string;
  readonly program: Program;
}

type Graded =
  | { readonly wants: readonly Question[] }
  | { readonly checks: readonly CheckResult[]; readonly notes: readonly Note[] };

export function gradeProgram(
  config: CodeConfig,
  { text, program }: Understood,
  findings: readonly Finding[],
): Graded {
  const { outcome, did } = findingOf(findings, 'run', 'run');
  const stopped = faultOf(outcome);
  if (stopped !== null) return { checks: faultResults(config, text, stopped), notes: [] };
  const results: CheckResult[] = [];
  let isFirst = true;
  for (let judged = invariantsOf(config); judged.length > 0; ) {
    const id = `schedules ${judged.join(' ')}`;
    const scenario = scenarioFor(config, judged, isFirst);
    if (!isFound(findings, id)) return { wants: [{ ask: 'schedules', id, scenario, program }] };
    const { explored } = findingOf(findings, 'schedules', id);
    if (explored.fault !== undefined)
      return { checks: faultResults(config, text, explored.fault), notes: [] };
    results.push(...exploredResults(config, text, scenario, explored, isFirst));
    judged = explored.invariant === null ? [] : independentOf(explored.invariant, judged);
    isFirst = false;
  }
  return {
    checks: [
      ...passes(config, 'runs', () => 'It does nothing that it cannot do here.'),
      ...passes(config, 'finishes', () => 'Every round comes to its end.'),
      ...inOrder(config, withoutEchoes(config, [...handlesResults(config, text, outcome), ...results])),
    ],
    notes: notesOn(did),
  };
}

/** A run that goes on and on is a program that is never done. */
const faultOf = ({ fault, unfinished }: RunOutcome): ProcessFault | null =>
  fault ?? (unfinished ? circling : null);

function faultResults(config: CodeConfig, text: string, fault: ProcessFault): readonly CheckResult[] {
  const found: Found = { words: fault.words, line: fault.line ?? null };
  const rule = fault.endless === true ? 'finishes' : 'runs';
  const check = config.checks.find((each) => each.rule === rule);
  // Said in any case, whatever the author thought of.
  return [check === undefined ? failed('limit', fault.words) : failure(check, text, found)];
}

const invariantsOf = ({ checks }: CodeConfig): readonly Invariant[] =>
  [...new Set(checks.flatMap(({ invariant }) => (invariant === null ? [] : [invariant])))].sort();

/** States that are looked at for what else breaks, once something did. */
const FURTHER_STATES = 10_000;

function scenarioFor({ scenario }: CodeConfig, invariants: readonly Invariant[], isFirst: boolean): Scenario {
  const { states, ...budgets } = scenario.budgets;
  const most = isFirst ? states : Math.min(states, FURTHER_STATES);
  return { ...scenario, invariants, budgets: { ...budgets, states: most } };
}

/** Once more without it, for what else breaks. A lost event is a gap in the order, and so is one that came twice. */
const independentOf = (broken: Invariant, judged: readonly Invariant[]): readonly Invariant[] =>
  judged.filter((each) => each !== broken && each !== 'I4');

/**
 * What says nothing new beside another: the order breaks with every loss and every copy, in fewer steps than a loss is
 * noticed in; and what is lost is not handled.
 */
function withoutEchoes({ checks }: CodeConfig, results: readonly CheckResult[]): readonly CheckResult[] {
  const checkOf = ({ id }: CheckResult) => checks.find((check) => check.id === id);
  const isBroken = (...invariants: readonly Invariant[]) =>
    results.some((result) => {
      const invariant = checkOf(result)?.invariant ?? null;
      return !result.passed && invariant !== null && invariants.includes(invariant);
    });
  const [isLost, isWrong] = [isBroken('I2'), isBroken('I2', 'I3')];
  return results.filter((result) => {
    const check = checkOf(result);
    return !((isWrong && check?.invariant === 'I4') || (isLost && check?.rule === 'handles'));
  });
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
  if (verdict === 'sampled') return isFirst ? [failed('limit', TOO_MANY)] : [];
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

function handlesResults(config: CodeConfig, text: string, outcome: RunOutcome): readonly CheckResult[] {
  const check = config.checks.find(({ rule }) => rule === 'handles');
  if (check === undefined) return [];
  const { orders } = config.scenario.workload;
  const { delivered, deadLetters } = outcome.end;
  if (delivered >= orders && deadLetters === 0)
    return passes(config, 'handles', () => `In a run in time, all ${orders} orders are handled.`);
  const words = `${delivered} of ${orders} orders were handled, and ${deadLetters} became dead letters.`;
  const explanation = { show: 'run', scenario: config.scenario, commands: [] } as const;
  return [failure(check, text, { words, line: null, explanation })];
}

/** In the author's order. */
const inOrder = ({ checks }: CodeConfig, results: readonly CheckResult[]): readonly CheckResult[] => {
  const place = ({ id }: CheckResult): number => checks.findIndex((check) => check.id === id);
  return [...results].sort((one, other) => place(one) - place(other));
};
