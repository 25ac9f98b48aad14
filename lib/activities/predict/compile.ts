// The instructor's files into a config, or every reason why not. C12 is this kind's.
import { unplaced } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import { list } from '@/lib/shared/suggest';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { ActivitySource } from '../kind';
import { isNumber } from './figures';
import type { PredictConfig, PredictQuestion } from './predict-config';

/** activity.yaml after its schema has held. */
interface Written {
  readonly questions: readonly (Partial<PredictQuestion> & Pick<PredictQuestion, 'id' | 'asks' | 'figure'>)[];
}

export function compile({ folder, keys, scenario, scenarios = {} }: ActivitySource): Result<PredictConfig> {
  const known = { ...(scenario === null ? {} : { '': scenario }), ...scenarios };
  const questions = (keys as unknown as Written).questions.map(questionOf);
  const file = `${folder}/activity.yaml`;
  const problems = [
    ...questions.flatMap((question) => judge(question, Object.keys(known))),
    ...judgeUse(Object.keys(scenarios), questions),
  ].map((problem) => ({ ...problem, file }));
  // Its reader wrote each of them.
  const scenariosRead = known as unknown as { readonly [name: string]: Scenario };
  return problems.length > 0 ? failure(problems) : success({ questions, scenarios: scenariosRead });
}

const questionOf = (written: Written['questions'][number]): PredictQuestion => ({
  id: written.id,
  asks: written.asks,
  run: written.run ?? '',
  figure: written.figure,
  unit: written.unit ?? null,
  within: written.within ?? 0,
  options: written.options ?? [],
  says: written.says ?? null,
  why: written.why ?? null,
  hints: written.hints ?? [],
});

const fileOf = (run: string): string => (run === '' ? 'scenario.yaml' : `scenario.${run}.yaml`);

function judge({ id, run, figure, options, within }: PredictQuestion, known: readonly string[]) {
  const ids = options.map((option) => option.id);
  const twice = ids.find((each, index) => ids.indexOf(each) !== index);
  return [
    ...(known.includes(run)
      ? []
      : [
          unplaced(
            'C1201',
            `The run of \`${fileOf(run)}\` settles the question \`${id}\`, and there is no such file.`,
            known.length === 0
              ? 'Write it: what is predicted has to happen.'
              : `There is ${list(known.map(fileOf))}.`,
          ),
        ]),
    ...(options.length === 0 && !isNumber(figure)
      ? [
          unplaced(
            'C1202',
            `The question \`${id}\` asks for a number, and \`${figure}\` is none.`,
            'Give it `options`, each with what the figure must be.',
          ),
        ]
      : []),
    ...(options.length > 0 && within > 0
      ? [
          unplaced(
            'C1203',
            `The question \`${id}\` has options, so nothing is \`within\`.`,
            'Leave one of the two out.',
          ),
        ]
      : []),
    ...(twice === undefined
      ? []
      : [unplaced('C1204', `The question \`${id}\` has two options called \`${twice}\`.`, 'Rename one.')]),
  ];
}

/** A scenario that no question is about would never play. */
const judgeUse = (names: readonly string[], questions: readonly PredictQuestion[]) =>
  names
    .filter((name) => !questions.some(({ run }) => run === name))
    .map((name) =>
      unplaced('C1205', `No question is about \`${fileOf(name)}\`.`, 'Ask one, or delete the file.'),
    );
