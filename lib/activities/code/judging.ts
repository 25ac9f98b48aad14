// From what was found out about a program to its checks: first one run in time, then every order of things.
import type { RunOutcome } from '@/lib/sim/look/run-outcome';
import { circling, type ProcessFault } from '@/lib/sim/process/process-fault';
import type { Invariant } from '@/lib/sim/scenario/scenario';
import { type Finding, findingOf } from '../evidence';
import { LIMIT_CHECK } from '../judge';
import type { CheckResult } from '../verdict';
import type { CodeConfig } from './code-config';
import { failure, passes } from './code-results';
import {
  type Asker,
  cursory,
  exploreAll,
  faultResults,
  type Graded,
  independentOf,
  smallest,
  type Understood,
} from './exploring';
import { notesOn } from './notes';

export function gradeProgram(
  config: CodeConfig,
  { text, program }: Understood,
  findings: readonly Finding[],
): Graded {
  const { outcome, did } = findingOf(findings, 'run', 'run');
  const stopped = faultOf(outcome);
  if (stopped !== null) return { checks: faultResults(config, text, stopped), notes: [] };
  const asker: Asker = { config, understood: { text, program }, findings };
  const small = exploreAll(asker, smallest(config.scenario), invariantsOf(config));
  if (!('broken' in small)) return small;
  const left = independentOf(small.broken, invariantsOf(config));
  const whole = exploreAll(
    asker,
    small.broken.length === 0 ? config.scenario : cursory(config.scenario),
    left,
  );
  if (!('broken' in whole)) return whole;
  const results = [
    ...small.results.filter((result) => !result.passed),
    // Of what was not looked at to its end, nothing is claimed, unless there is nothing else to tell.
    ...whole.results.filter(({ id }) => small.broken.length === 0 || id !== LIMIT_CHECK),
  ];
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

const invariantsOf = ({ checks }: CodeConfig): readonly Invariant[] =>
  [...new Set(checks.flatMap(({ invariant }) => (invariant === null ? [] : [invariant])))].sort();

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
