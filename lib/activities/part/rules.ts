// What a check may look at. Each rule finds out whether it holds, and fills the places in the check's words.
import type { Json } from '@/lib/shared/json';
import type { Explored } from '@/lib/sim/explore/explored';
import type { RunOutcome } from '@/lib/sim/look/run-outcome';
import type { Fault, Invariant } from '@/lib/sim/scenario/scenario';
import { effortOf, INVARIANT_NAMES, verdictOf } from '@/lib/sim/tell/words-of-verdict';
import type { Explanation } from '../verdict';
import { figureInWords, figureOf, isTime, millisInWords } from './figures';
import { type Doing, happenedInWords } from './happened';
import { mapOf } from './opened';
import type { PartCheck } from './part-config';
import type { Part } from './read-part';

export interface Judged {
  readonly passed: boolean;
  /** Of one that holds: what is right. */
  readonly right: string;
  /** Fills places such as `{found}`. */
  readonly values: { readonly [place: string]: string };
  readonly explanation?: Explanation;
}

type OfAnswer = (check: PartCheck, part: Part) => Judged;
type OfRun = (check: PartCheck, outcome: RunOutcome, part: Part) => Judged;
type OfSchedules = (check: PartCheck, explored: Explored, part: Part) => Judged;

const keeps: OfAnswer = ({ key, from, to, among }, part) => {
  const value = valueAt(part.whole as unknown as Json, key ?? '');
  const number = typeof value === 'number' ? value : Number.NaN;
  const passed =
    (from === null || number >= from) &&
    (to === null || number <= to) &&
    (among === null || among.some((one) => one === value));
  const found = String(value);
  return { passed, right: `\`${key}: ${found}\` keeps within its limits.`, values: { found } };
};

const valueAt = (value: Json, key: string): Json | undefined =>
  key.split('.').reduce<Json | undefined>((part, step) => mapOf(part)[step], value);

/** What the learner does: their faults, and their commands. */
const doingsOf = ({ written, commands }: Part): readonly Doing[] => [
  ...((written['faults'] ?? []) as unknown as readonly Fault[]),
  ...commands,
];

const CRASHES = /^(crash-|arm-crash)/;

const noCrash: OfAnswer = (_, part) => {
  const crashes = doingsOf(part).filter((doing) => CRASHES.test(doing.do));
  const found = [...new Set(crashes.map((doing) => `\`${doing.do}\``))].join(', ');
  return { passed: crashes.length === 0, right: 'Nothing crashes.', values: { found } };
};

const within: OfAnswer = ({ value }, part) => {
  const found = String(doingsOf(part).length);
  return {
    passed: doingsOf(part).length <= (value ?? 0),
    right: `It takes ${found}, of ${value} at most.`,
    values: { found },
  };
};

const limit =
  (holds: (figure: number, value: number) => boolean, words: string): OfRun =>
  ({ figure, value, windowMs }, outcome) => {
    const name = figure ?? '';
    const found = figureOf(outcome, name, windowMs);
    const asked = isTime(name) ? millisInWords(value ?? 0) : String(value);
    const inWords = figureInWords(name, found);
    return {
      passed: found !== null && holds(found, value ?? 0),
      right: `\`${name}\` is ${inWords}, ${words} ${asked}.`,
      values: { found: inWords },
    };
  };

const unbroken: OfRun = ({ invariant }, { breaks }) => {
  const broken = breaks.filter((one) => invariant === null || one === invariant);
  return {
    passed: broken.length === 0,
    right: invariant === null ? 'The run breaks nothing.' : `The run keeps ${named(invariant)}.`,
    values: { found: broken.map(named).join(' and ') },
  };
};

const named = (invariant: Invariant | 'I7'): string =>
  `${invariant} (${invariant === 'I7' ? 'bounded retries' : INVARIANT_NAMES[invariant]})`;

const happens: OfRun = ({ what, value }, { mishaps, unfinished }) => {
  const found = what === null ? 0 : mishaps[what];
  return {
    passed: !unfinished && found >= (value ?? 1),
    right: `It happened: ${RIGHT[what ?? 'lost'](found)}`,
    values: { found: String(found) },
  };
};

const RIGHT = {
  lost: (count: number) => `${of(count, 'event')} got lost.`,
  ghost: (count: number) => `${of(count, 'event')} told of an order that is not there.`,
  duplicate: (count: number) => `${of(count, 'effect')} came twice.`,
  reordered: (count: number) => `${of(count, 'event')} took effect after a later one.`,
};

const of = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const breaks: OfRun = ({ invariant }, outcome) => ({
  passed: invariant !== null && outcome.breaks.includes(invariant),
  right: invariant === null ? '' : `The run breaks ${named(invariant)}.`,
  values: { found: outcome.breaks.map(named).join(' and ') || 'nothing' },
});

const nothingElse: OfRun = ({ allows }, outcome) => {
  const others = outcome.breaks.filter((one) => !allows.includes(one));
  return {
    passed: others.length === 0,
    right: 'Nothing else broke.',
    values: { found: others.map(named).join(' and ') },
  };
};

const holds: OfSchedules = ({ id }, explored, part) => {
  const exploration = { ...explored, trace: null };
  const effort = effortOf(exploration);
  return {
    passed: explored.verdict !== 'broken',
    right: `${explored.verdict === 'holds' ? 'Holds' : 'Was'} ${verdictOf(exploration).replace(/^holds /, '')}: ${effort}.`,
    values: { found: verdictOf(exploration), states: effort },
    explanation: { show: 'schedule', scenario: part.explores[id] ?? part.whole, explored },
  };
};

export const answerRules = { keeps, 'no-crash': noCrash, within } as const;

export const runRules = {
  'at-most': limit((found, value) => found <= value, 'at most'),
  'at-least': limit((found, value) => found >= value, 'at least'),
  unbroken,
  happens,
  breaks,
  'nothing-else': nothingElse,
} as const;

export const scheduleRules = { holds } as const;

export type AnswerRule = keyof typeof answerRules;
export type RunRule = keyof typeof runRules;
export type ScheduleRule = keyof typeof scheduleRules;
export type RuleName = AnswerRule | RunRule | ScheduleRule;

export const isAnswerRule = (rule: RuleName): rule is AnswerRule => rule in answerRules;
export const isRunRule = (rule: RuleName): rule is RunRule => rule in runRules;

/** What a rule found in a run, with the run itself for whoever asks why. */
export function judgeRun(check: PartCheck, rule: RunRule, outcome: RunOutcome, part: Part): Judged {
  const judged = runRules[rule](check, outcome, part);
  const scenario = part.runs[check.load] ?? part.whole;
  return {
    ...judged,
    values: { ...judged.values, happened: happenedInWords(outcome, doingsOf(part)) },
    explanation: { show: 'run', scenario, commands: part.commands },
  };
}
