// The instructor's files into a config, or every reason why not. C9 is this kind's.
import { type Problem, unplaced } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import { list } from '@/lib/shared/suggest';
import type { ProcessKind } from '@/lib/sim/process/process-fault';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { ActivitySource } from '../kind';
import type { CodeCheck, CodeConfig } from './code-config';
import { EXAMPLES } from './examples';
import { CAUSES } from './moments';
import { shapeProblems } from './shape';
import { strip } from './strip';

/** activity.yaml after its schema has held. */
interface Written {
  readonly writes?: ProcessKind;
  readonly checks: readonly (Partial<CodeCheck> & Pick<CodeCheck, 'id' | 'rule' | 'says'>)[];
}

export function compile(source: ActivitySource): Result<CodeConfig> {
  const written = source.keys as unknown as Written;
  const scenario = source.scenario as unknown as Scenario | null;
  const role = written.writes ?? null;
  const checks = written.checks.map(checkOf);
  const problems = [
    ...(role === null
      ? [
          unplaced(
            'C901',
            'It does not say what the learner writes.',
            'Add `writes: relay` or `writes: consumer`.',
          ),
        ]
      : judgeSolutions(source, role)),
    ...(scenario === null
      ? [
          unplaced(
            'C902',
            'There is no `scenario.yaml`, so nothing says what the program is tried in.',
            'Add one; `seed: 1` alone is enough.',
          ),
        ]
      : []),
    ...checks.flatMap(judgeCheck),
  ].map((found) => ({ ...found, file: found.file ?? `${source.folder}/activity.yaml` }));
  if (problems.length > 0 || scenario === null || role === null) return failure(problems);
  return success({ role, scenario, checks });
}

const checkOf = (check: Written['checks'][number]): CodeCheck => ({
  id: check.id,
  rule: check.rule,
  invariant: check.invariant ?? null,
  cause: check.cause ?? null,
  says: check.says,
  why: check.why ?? null,
  hints: check.hints ?? [],
});

/** Whether the program itself does what it should is for the gate to see. */
function judgeSolutions({ folder, solutions }: ActivitySource, role: ProcessKind): readonly Problem[] {
  const file = `${folder}/solution.ts`;
  const stripped = strip(solutions[0] ?? '');
  if (!stripped.ok) return [{ ...unplaced('C903', stripped.message, null), file, place: stripped.place }];
  return shapeProblems(solutions[0] ?? '', stripped.code, EXAMPLES[role]).map(({ message, place }) => ({
    ...unplaced('C903', message, null),
    file,
    place,
  }));
}

function judgeCheck({ id, rule, invariant, cause }: CodeCheck): readonly Problem[] {
  if (rule === 'holds' && invariant === null)
    return [
      unplaced('C904', `The check \`${id}\` does not say what must hold.`, 'Add `invariant: I2` or another.'),
    ];
  if (rule !== 'holds' && (invariant !== null || cause !== null))
    return [
      unplaced(
        'C905',
        `The check \`${id}\` names an invariant or a cause, and its rule \`${rule}\` has no use for either.`,
        'Take them out, or make the rule `holds`.',
      ),
    ];
  const causes: readonly string[] = CAUSES[invariant as keyof typeof CAUSES] ?? [];
  if (cause === null || causes.includes(cause)) return [];
  return [
    unplaced(
      'C906',
      `The check \`${id}\` gives \`${cause}\` as why ${invariant} breaks, and that is no way to break it.`,
      causes.length === 0
        ? `${invariant} has no causes to tell apart: leave it out.`
        : `It breaks by one of ${list(causes)}.`,
    ),
  ];
}
