// Reads an answer that is a part of a scenario: what it says over what the activity gives, and what is wrong with it.
import { whyImpossible } from '@/lib/link/commands';
import { runSchema } from '@/lib/link/run-schema';
import { validate } from '@/lib/link/run-validator.generated';
import type { Json } from '@/lib/shared/json';
import { judgeBy, type Keys } from '@/lib/shared/keys';
import type { Place } from '@/lib/shared/place';
import type { Problem } from '@/lib/shared/problem';
import { list, suggest } from '@/lib/shared/suggest';
import type { YamlDocument, YamlPath } from '@/lib/shared/yaml';
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import { scenarioOfKeys } from '@/lib/sim/scenario/scenario-file';
import type { CheckResult } from '../verdict';
import { readYamlAnswer, type ShapeProblem } from '../yaml-answer';
import { merge } from './merge';
import { COMMANDS, type JsonMap, mapOf, type Stray, straysIn } from './opened';
import type { PartConfig } from './part-config';

/** What was made of an answer. */
export interface Part {
  /** What the learner wrote, as values. */
  readonly written: JsonMap;
  readonly commands: readonly Command[];
  /** The whole scenario, before any load. */
  readonly whole: Scenario;
  /** Each load's, by its name. */
  readonly runs: { readonly [load: string]: Scenario };
  /** What is tried in every order of things, by the check that asks for it. */
  readonly explores: { readonly [check: string]: Scenario };
}

export type PartReading =
  | {
      readonly ok: true;
      readonly part: Part;
      readonly checks: readonly CheckResult[];
      readonly placeOf: (key: string) => Place | null;
    }
  | { readonly ok: false; readonly checks: readonly CheckResult[] };

export function readPart(config: PartConfig, text: string): PartReading {
  let part: Part | null = null;
  const read = readYamlAnswer(
    text,
    (document) => {
      const problems = strange(config, document);
      if (problems.length > 0) return problems;
      const made = partOf(config, document);
      if ('problems' in made) return made.problems;
      part = made;
      return [];
    },
    'It says what may be said, and the model can run it.',
  );
  if (!read.ok) return read;
  // A shape without problems has made one.
  const made = part as Part | null;
  if (made === null) throw new Error('A part was read, and nothing was made of it.');
  return {
    ok: true,
    part: made,
    checks: read.checks,
    placeOf: (key) => nearest(read.document, key.split('.')),
  };
}

/** What is no key, or not the learner's. */
function strange({ opens, may }: PartConfig, document: YamlDocument): readonly ShapeProblem[] {
  const { value, placeOf } = document;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    const message = 'Write keys and values here, as in `key: value`.';
    return [
      {
        subject: null,
        message,
        hint: `What is yours to write: ${list(opens)}.`,
        place: placeOf([], 'value'),
      },
    ];
  }
  const strays = straysIn(value, opens).map((stray) =>
    strayProblem(stray, opens, placeOf(stray.path, 'key')),
  );
  return strays.length > 0 || may === null ? strays : forbidden(mapOf(value), may, placeOf);
}

function strayProblem({ path, unknown }: Stray, opens: readonly string[], place: Place | null): ShapeProblem {
  const name = path.join('.');
  const known = opens.map((open) => open.split('.')[path.length - 1] ?? open);
  return unknown === null
    ? {
        subject: null,
        message: `\`${name}\` is given here and stays as it is.`,
        hint: `What is yours to write: ${list(opens)}.`,
        place,
      }
    : { subject: null, message: `There is no key \`${name}\`.`, hint: suggest(unknown, known), place };
}

/** Deeds that are not the learner's to do. */
const forbidden = (
  value: JsonMap,
  may: readonly string[],
  placeOf: YamlDocument['placeOf'],
): readonly ShapeProblem[] =>
  ['faults', COMMANDS].flatMap((key) => {
    const deeds = value[key];
    if (!Array.isArray(deeds)) return [];
    return deeds.flatMap((deed: Json, index): readonly ShapeProblem[] => {
      const name = mapOf(deed)['do'];
      if (typeof name !== 'string' || may.includes(name)) return [];
      const message = `\`${name}\` is not among what you may do here.`;
      return [
        { subject: null, message, hint: suggest(name, may), place: placeOf([key, index, 'do'], 'value') },
      ];
    });
  });

type Made = Part | { readonly problems: readonly ShapeProblem[] };

function partOf(config: PartConfig, document: YamlDocument): Made {
  const { [COMMANDS]: asked, ...written } = mapOf(document.value);
  const value = merge(config.base, written);
  const problems: ShapeProblem[] = [];
  const scenarioOf = (over: Json, title: string | null): Scenario | null => {
    const spotOf = spotsIn(document);
    const read = scenarioOfKeys({ value: merge(value, over), spotOf });
    if (read.ok) return read.value;
    problems.push(...read.problems.map((problem) => shapeProblem(problem, title)));
    return null;
  };
  const whole = scenarioOf({}, null);
  if (whole === null) return { problems };
  const runs = config.loads.map(({ name, title, with: over }) => [name, scenarioOf(over, title)] as const);
  const explored = scenarioOf(config.explores, 'every order of things');
  const commands = judgeCommands(asked ?? [], whole, document);
  if ('problems' in commands) problems.push(...commands.problems);
  if (problems.length > 0 || explored === null || 'problems' in commands) return { problems };
  const found = Object.fromEntries(runs) as { readonly [load: string]: Scenario };
  return {
    written: mapOf(document.value),
    commands: commands.commands,
    whole,
    runs: found,
    explores: exploresOf(config, explored),
  };
}

/** A check that asks for one invariant is told of that one alone. */
const exploresOf = ({ checks }: PartConfig, explored: Scenario): Part['explores'] =>
  Object.fromEntries(
    checks
      .filter(({ rule }) => rule === 'holds')
      .map(({ id, invariant }) => [
        id,
        invariant === null || invariant === 'I7' ? explored : { ...explored, invariants: [invariant] },
      ]),
  );

const TOP: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

const shapeProblem = ({ message, hint, place }: Problem, title: string | null): ShapeProblem => ({
  subject: null,
  message: title === null ? message : `In ${title}: ${message}`,
  hint,
  place,
});

function judgeCommands(
  asked: Json,
  scenario: Scenario,
  document: YamlDocument,
): { readonly commands: readonly Command[] } | { readonly problems: readonly ShapeProblem[] } {
  const spotOf = spotsIn(document);
  const wrong = judgeBy(validate, runSchema, { value: { scenario: {}, [COMMANDS]: asked }, spotOf });
  if (wrong.length > 0) return { problems: wrong.map((problem) => shapeProblem(problem, null)) };
  const commands = asked as unknown as readonly Command[];
  const problems = commands.flatMap((command, index): readonly ShapeProblem[] => {
    const why = whyImpossible([command], scenario);
    if (why === null) return [];
    const message = why.charAt(0).toUpperCase() + why.slice(1);
    return [{ subject: null, message, hint: null, place: nearest(document, [COMMANDS, index]) }];
  });
  return problems.length > 0 ? { problems } : { commands };
}

const spotsIn =
  (document: YamlDocument): Keys['spotOf'] =>
  (path, part) => ({ file: '', place: nearest(document, path, part) ?? TOP });

/** Where the path stands; where it does not, whatever of it does. */
function nearest({ placeOf }: YamlDocument, path: YamlPath, part: 'key' | 'value' = 'value'): Place | null {
  const whole = placeOf(path, part);
  if (whole !== null && path.length > 0) return whole;
  for (let length = path.length - 1; length > 0; length -= 1) {
    const place = placeOf(path.slice(0, length), 'key');
    if (place !== null) return place;
  }
  return null;
}
