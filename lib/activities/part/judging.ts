// From an answer that is a part of a scenario to its verdict: what can be read of it, what is asked, and what follows.
import type { Json } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import { failed, passed, sentencesOf } from '../check-result';
import { type Finding, findingOf, type Question } from '../evidence';
import type { Grading, Reading } from '../kind';
import { filled } from '../placeholders';
import { type CheckResult, verdictOf } from '../verdict';
import { isTime, millisInWords } from './figures';
import type { PartCheck, PartConfig } from './part-config';
import { type Part, readPart } from './read-part';
import { answerRules, isAnswerRule, isRunRule, type Judged, judgeRun, scheduleRules } from './rules';

/** What `grade` needs again. */
interface Understood {
  readonly part: Part;
  readonly places: { readonly [check: string]: Place | null };
}

export function read(config: PartConfig, answer: string): Reading {
  const reading = readPart(config, answer);
  if (!reading.ok) return { verdict: verdictOf(reading.checks), wants: [], becomes: null, creates: [] };
  const { part, checks, placeOf } = reading;
  const places = Object.fromEntries(
    config.checks.map(({ id, key }) => [id, key === null ? null : placeOf(key)]),
  );
  const understood: Understood = { part, places };
  const ofAnswer = config.checks.flatMap((check) =>
    isAnswerRule(check.rule)
      ? [resultOf(check, answerRules[check.rule](check, part), places[check.id] ?? null)]
      : [],
  );
  const first = part.runs[config.loads[0]?.name ?? ''] ?? part.whole;
  return {
    verdict: verdictOf([...checks, ...ofAnswer]),
    wants: questionsOf(config, part),
    becomes: null,
    creates: [],
    understood: understood as unknown as Json,
    plays: { scenario: first, commands: part.commands },
  };
}

/** One run for each load that a check looks at, and one exploration for each that asks for every order of things. */
function questionsOf({ checks, loads }: PartConfig, part: Part): readonly Question[] {
  const looked = new Set(checks.filter(({ rule }) => isRunRule(rule)).map(({ load }) => load));
  return [
    ...loads
      .filter(({ name }) => looked.has(name))
      .map(
        ({ name }): Question => ({
          ask: 'run',
          id: runId(name),
          scenario: part.runs[name] ?? part.whole,
          commands: part.commands,
        }),
      ),
    ...Object.entries(part.explores).map(
      ([check, scenario]): Question => ({ ask: 'schedules', id: schedulesId(check), scenario }),
    ),
  ];
}

const runId = (load: string): string => `run ${load}`;
const schedulesId = (check: string): string => `schedules ${check}`;

export function grade(config: PartConfig, reading: Reading, findings: readonly Finding[]): Grading {
  if (reading.understood === undefined) return { verdict: reading.verdict };
  const { part, places } = reading.understood as unknown as Understood;
  const judged = config.checks.flatMap((check): readonly CheckResult[] => {
    const found = judgeFound(check, part, findings);
    return found === null ? [] : [resultOf(check, found, places[check.id] ?? null)];
  });
  return { verdict: verdictOf([...reading.verdict.checks, ...judged]) };
}

/** Null for what was judged when it was read. */
function judgeFound(check: PartCheck, part: Part, findings: readonly Finding[]): Judged | null {
  const { rule, load, id } = check;
  if (isAnswerRule(rule)) return null;
  if (isRunRule(rule)) return judgeRun(check, rule, findingOf(findings, 'run', runId(load)).outcome, part);
  return scheduleRules[rule](check, findingOf(findings, 'schedules', schedulesId(id)).explored, part);
}

function resultOf(check: PartCheck, judged: Judged, place: Place | null): CheckResult {
  const fill = filler(check, judged);
  const common = { subject: subjectOf(check) };
  if (judged.passed) return passed(check.id, fill(check.passes ?? judged.right), common);
  const { message, ...more } = sentencesOf(check, fill);
  const { explanation } = judged;
  return failed(check.id, message, {
    ...common,
    ...more,
    place,
    ...(explanation !== undefined && { explanation }),
  });
}

/** The last word of the key that it is about. */
const subjectOf = ({ key }: PartCheck): string | null => key?.split('.').at(-1) ?? null;

function filler(check: PartCheck, { values }: Judged): (text: string) => string {
  const limit = check.figure !== null && isTime(check.figure) ? millisInWords(check.value ?? 0) : check.value;
  const all = {
    key: check.key ?? '',
    value: String(limit ?? ''),
    from: String(check.from ?? ''),
    to: String(check.to ?? ''),
    invariant: check.invariant ?? '',
    ...values,
  };
  return (text) => filled(text, all);
}
