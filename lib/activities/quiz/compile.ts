// The instructor's files into a config, or every reason why not. C13 is this kind's.
import { type Problem, unplaced } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import type { ActivitySource } from '../kind';
import type { ChoiceQuestion, QuizConfig, QuizOption, QuizQuestion, ShortQuestion } from './quiz-config';
import { plain } from './short-answer';

/** activity.yaml after its schema has held. */
interface Written {
  readonly id: string;
  readonly asks: string;
  readonly type: QuizQuestion['type'];
  readonly options?: readonly (Omit<QuizOption, 'right'> & { readonly right?: boolean })[];
  readonly accept?: readonly (string | number)[];
  readonly within?: number;
  readonly mistaken?: readonly { readonly forms: readonly (string | number)[]; readonly because: string }[];
  readonly says?: string;
  readonly why?: string;
  readonly hints?: readonly string[];
}

export function compile({ folder, keys }: ActivitySource): Result<QuizConfig> {
  const { questions } = keys as unknown as { readonly questions: readonly Written[] };
  const problems = questions
    .flatMap(judge)
    .map((problem) => ({ ...problem, file: `${folder}/activity.yaml` }));
  return problems.length > 0 ? failure(problems) : success({ questions: questions.map(questionOf) });
}

function questionOf(written: Written): QuizQuestion {
  const { id, asks, type, why = null, hints = [] } = written;
  const every = { id, asks, why, hints };
  return type === 'short'
    ? ({ ...every, type, ...wordsOf(written) } satisfies ShortQuestion)
    : ({ ...every, type, options: optionsOf(written) } satisfies ChoiceQuestion);
}

const optionsOf = ({ options = [] }: Written): readonly QuizOption[] =>
  options.map(({ right = false, ...option }) => ({ ...option, right }));

const wordsOf = ({ accept = [], within = 0, mistaken = [], says }: Written) => ({
  accept: accept.map(String),
  within,
  mistaken: mistaken.map(({ forms, because }) => ({ forms: forms.map(String), because })),
  says: says ?? '`{answer}` is not it.',
});

const judge = (question: Written): readonly Problem[] =>
  question.type === 'short' ? judgeWords(question) : judgeOptions(question);

function judgeWords({ id, options, accept, mistaken = [] }: Written): readonly Problem[] {
  const right = (accept ?? []).map((form) => plain(String(form)));
  const both = mistaken.flatMap(({ forms }) => forms).find((form) => right.includes(plain(String(form))));
  return [
    ...(options === undefined
      ? []
      : [
          unplaced(
            'C1301',
            `The question \`${id}\` is answered in words, so it has no options.`,
            'Leave them out.',
          ),
        ]),
    ...(accept === undefined
      ? [
          unplaced(
            'C1302',
            `The question \`${id}\` does not say which words are right.`,
            'Add `accept: […]`.',
          ),
        ]
      : []),
    ...(both === undefined
      ? []
      : [
          unplaced(
            'C1303',
            `The question \`${id}\` takes \`${both}\` as right and as mistaken.`,
            'Keep one of the two.',
          ),
        ]),
  ];
}

function judgeOptions(question: Written): readonly Problem[] {
  const { id, type, accept, mistaken, within, says } = question;
  const options = optionsOf(question);
  const right = options.filter((option) => option.right).length;
  const ids = options.map((option) => option.id);
  const twice = ids.find((each, index) => ids.indexOf(each) !== index);
  const ofWords = [accept, mistaken, within, says].some((key) => key !== undefined);
  return [
    ...(options.length === 0
      ? [
          unplaced(
            'C1304',
            `The question \`${id}\` has no options.`,
            'Write them, or ask for words: `type: short`.',
          ),
        ]
      : []),
    ...(options.length > 0 && (type === 'one' ? right !== 1 : right === 0)
      ? [
          unplaced(
            'C1305',
            `In the question \`${id}\` ${right === 0 ? 'no option is' : `${right} options are`} right.`,
            type === 'one' ? 'Mark exactly one with `right: true`.' : 'Mark at least one with `right: true`.',
          ),
        ]
      : []),
    ...(twice === undefined
      ? []
      : [unplaced('C1306', `The question \`${id}\` has two options called \`${twice}\`.`, 'Rename one.')]),
    ...(ofWords
      ? [
          unplaced(
            'C1307',
            `The question \`${id}\` has options, so \`accept\`, \`mistaken\`, \`within\` and \`says\` are not read.`,
            'Leave them out; each option has its `because`.',
          ),
        ]
      : []),
  ];
}
