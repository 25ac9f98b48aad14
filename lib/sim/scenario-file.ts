// Reads scenario files: at build time and on the command line only, since it brings a YAML parser and ajv along.
import { type Keys, readValidKeys } from '@/lib/course/keys';
import type { Problem } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import type { YamlPath } from '@/lib/shared/yaml';
import type { Fault, Scenario } from './scenario';
import { scenarioSchema, withDefaults } from './scenario-schema';

/** A scenario with all its defaults written out, or everything that is wrong with its text. */
export function readScenario(text: string, file: string): Result<Scenario> {
  const keys = readValidKeys(text, file, scenarioSchema);
  if (!keys.ok) return keys;
  // The schema has just proved it, but for what `judge` looks at.
  const scenario = withDefaults(keys.value.value, scenarioSchema) as unknown as Scenario;
  const problems = judge(scenario, keys.value);
  return problems.length > 0 ? failure(problems) : success(scenario);
}

/** What one key demands of another. */
function judge(scenario: Scenario, keys: Keys): readonly Problem[] {
  const refuse = (code: string, path: YamlPath, message: string, hint: string): Problem => ({
    code,
    message,
    hint,
    ...keys.spotOf(path),
  });
  const names = scenario.consumers.map(({ name }) => name);
  return [
    ...scenario.faults.flatMap((fault, index) =>
      faultsOf(fault).map(({ code, message, hint }) => refuse(code, ['faults', index], message, hint)),
    ),
    ...names.flatMap((name, index) =>
      names.indexOf(name) === index
        ? []
        : [
            refuse(
              'S104',
              ['consumers', index, 'name'],
              `Two consumers are called \`${name}\`, so nobody could tell what each of them did.`,
              'Give this one another name.',
            ),
          ],
    ),
  ];
}

/** What a file may say of a fault, whichever it is. */
interface FaultKeys {
  readonly at?: unknown;
  readonly from?: unknown;
  readonly to?: unknown;
}

type Finding = Pick<Problem, 'code' | 'message'> & { readonly hint: string };

function faultsOf(fault: Fault): readonly Finding[] {
  const { at, from, to }: FaultKeys = fault;
  if (fault.do === 'crash-relay') {
    if (at !== undefined && from === undefined && to === undefined) return [];
    return [
      {
        code: 'S101',
        message: '`crash-relay` does not say after which step, or says more than that.',
        hint: 'Write `at: { step: published, occurrence: 1 }` and nothing else.',
      },
    ];
  }
  if (at !== undefined || from === undefined || to === undefined) {
    return [
      {
        code: 'S102',
        message: '`broker-down` does not say from when to when, or says more than that.',
        hint: 'Write `from` and `to`, in milliseconds, and nothing else.',
      },
    ];
  }
  if (fault.from < fault.to) return [];
  return [
    {
      code: 'S103',
      message: 'The broker is back before it went.',
      hint: 'Let `to` be later than `from`.',
    },
  ];
}
