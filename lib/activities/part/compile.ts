// The instructor's files into a config, or every reason why not. Codes begin with what the kind's own begin with.
import { DEEDS } from '@/lib/link/deeds';
import type { Json } from '@/lib/shared/json';
import type { Problem } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import { list, suggest } from '@/lib/shared/suggest';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { differenceOf } from '@/lib/sim/scenario/scenario-difference';
import { FAULT_KEYS } from '@/lib/sim/scenario/scenario-schema/faults';
import type { ActivitySource } from '../kind';
import { schemaAt } from './opened';
import type { Load, PartCheck, PartConfig } from './part-config';
import { readPart } from './read-part';
import type { RuleName } from './rules';

/** activity.yaml after its schema has held. */
interface Written {
  readonly opens?: readonly string[];
  readonly may?: readonly string[];
  readonly loads?: readonly (Omit<Load, 'with'> & { readonly with?: Json })[];
  readonly explores?: Json;
  readonly checks: readonly (Partial<PartCheck> & Pick<PartCheck, 'id' | 'rule' | 'says'>)[];
}

type Say = (number: string, message: string, hint?: string | null) => Problem;

/** `code`: `C10` for the codes `C1001` and on. `opens`: where activity.yaml names none. */
export function compilePart(
  source: ActivitySource,
  code: string,
  opens: readonly string[],
): Result<PartConfig> {
  const file = `${source.folder}/activity.yaml`;
  const say: Say = (number, message, hint = null) => ({
    code: code + number,
    message,
    hint,
    file,
    place: null,
  });
  if (source.scenario === null)
    return failure([
      say(
        '01',
        'There is no scenario.yaml, so there is nothing for the answer to be a part of.',
        'Add it beside activity.yaml.',
      ),
    ]);
  const config = configOf(source.keys as unknown as Written, source.scenario as unknown as Scenario, opens);
  const problems = [
    ...judgeOpens(config, say),
    ...config.checks.flatMap((check) => judgeCheck(check, config, say)),
  ];
  return problems.length > 0 ? failure(problems) : judgeSolution(source, config, code);
}

function configOf(written: Written, scenario: Scenario, opens: readonly string[]): PartConfig {
  const given = (written.loads ?? []).map((load): Load => ({ ...load, with: load.with ?? {} }));
  const loads = given.length > 0 ? given : [{ name: 'run', title: 'the run', with: {} }];
  return {
    base: differenceOf(scenario),
    opens: written.opens ?? opens,
    may: written.may ?? null,
    loads,
    explores: written.explores ?? {},
    checks: written.checks.map((check) => ({ ...usual, load: loads[0]?.name ?? 'run', ...plain(check) })),
  };
}

/** A check without what only the gate reads. */
function plain(check: Written['checks'][number]): Written['checks'][number] {
  const { guard: _, ...rest } = check as typeof check & { readonly guard?: boolean };
  return rest;
}

const usual = {
  key: null,
  figure: null,
  value: null,
  windowMs: 100,
  invariant: null,
  from: null,
  to: null,
  among: null,
  what: null,
  allows: [],
  passes: null,
  why: null,
  hints: [],
} as const;

function judgeOpens({ opens, may }: PartConfig, say: Say): readonly Problem[] {
  const deeds = [...Object.keys(FAULT_KEYS), ...Object.keys(DEEDS)];
  return [
    ...opens
      .filter((open) => schemaAt(open) === null)
      .map((open) => say('02', `\`opens\` names \`${open}\`, which is no key of a scenario.`)),
    ...(may ?? [])
      .filter((name) => !deeds.includes(name))
      .map((name) => say('03', `\`may\` names \`${name}\`, which nobody can do.`, suggest(name, deeds))),
  ];
}

/** What a rule cannot do without. */
const NEEDS: { readonly [Rule in RuleName]?: readonly (keyof PartCheck)[] } = {
  keeps: ['key'],
  within: ['value'],
  'at-most': ['figure', 'value'],
  'at-least': ['figure', 'value'],
  happens: ['what'],
  breaks: ['invariant'],
};

function judgeCheck(check: PartCheck, { loads }: PartConfig, say: Say): readonly Problem[] {
  const names = loads.map(({ name }) => name);
  const missing = (NEEDS[check.rule] ?? []).filter((key) => check[key] === null);
  return [
    ...missing.map((key) =>
      say('04', `The check \`${check.id}\` lacks \`${key}\`, which its rule \`${check.rule}\` asks for.`),
    ),
    ...(names.includes(check.load)
      ? []
      : [
          say(
            '05',
            `The check \`${check.id}\` looks at \`${check.load}\`, and no load is called so.`,
            `There is ${list(names)}.`,
          ),
        ]),
    ...(check.rule === 'holds' && check.invariant === 'I7'
      ? [
          say(
            '06',
            `The check \`${check.id}\` asks for I7 in every order of things, which knows no time.`,
            'Use `unbroken` with `invariant: I7`.',
          ),
        ]
      : []),
  ];
}

/** Whatever is wrong with a load shows at the first solution, which has to stand all of them. */
function judgeSolution(source: ActivitySource, config: PartConfig, code: string): Result<PartConfig> {
  const reading = readPart(config, source.solutions[0] ?? '');
  if (reading.ok) return success(config);
  const file = `${source.folder}/solution.yaml`;
  return failure(
    reading.checks
      .filter(({ passed }) => !passed)
      .map(({ message, hints, place }) => ({
        code: `${code}07`,
        message,
        hint: hints[0] ?? null,
        file,
        place,
      })),
  );
}
