import type { Place } from '@/lib/shared/place';
import { failed, passed } from '../check-result';
import { type Finding, findingOf, type Question } from '../evidence';
import type { ActivityKind, Grading, Reading } from '../kind';
import { filled } from '../placeholders';
import { type AnswerValue, answersSchema } from '../questions/answers';
import { readQuestions, type Understood } from '../questions/reading';
import { type CheckResult, type Explanation, verdictOf } from '../verdict';
import { compile } from './compile';
import { type Figure, figureInWords, figureOfExplored, figureOfRun, holdsOf, isExplored } from './figures';
import { keys } from './keys';
import { askedOf, type PredictConfig, type PredictQuestion } from './predict-config';

/** The learner says what will happen before it plays; the run settles it. No answer is kept anywhere. */
export const predictKind: ActivityKind<PredictConfig> = {
  name: 'predict',
  extensions: ['yaml'],
  language: 'yaml',
  asks: ['run', 'schedules'],
  files: [],
  scenarios: true,
  checksUnder: 'questions',
  keys,
  answerSchema: (config) => answersSchema(askedOf(config)),
  compile,
  read,
  grade,
};

/** Nothing runs before every question has its prediction. */
function read(config: PredictConfig, answer: string): Reading {
  const read = readQuestions(answer, config.questions, askedOf(config), unanswered);
  return { ...read, wants: read.verdict.passed ? questionsOf(config) : [], becomes: null, creates: [] };
}

const unanswered = ({ id, hints }: PredictQuestion, place: Place | null): CheckResult =>
  failed(id, 'What do you expect? Nothing plays before you have said so.', { subject: id, hints, place });

/** One for each scenario, in time, as every order of things, or both. */
function questionsOf({ questions, scenarios }: PredictConfig): readonly Question[] {
  const wanted = new Map<string, Question>();
  for (const { run, figure } of questions) {
    const scenario = scenarios[run];
    const ask = isExplored(figure) ? 'schedules' : 'run';
    const id = findingId(run, figure);
    if (scenario !== undefined) wanted.set(id, { ask, id, scenario });
  }
  return [...wanted.values()];
}

const findingId = (run: string, figure: string): string =>
  `${isExplored(figure) ? 'schedules' : 'run'}:${run}`;

function grade(config: PredictConfig, reading: Reading, findings: readonly Finding[]): Grading {
  // Nothing was understood of an answer that asks nothing; its verdict stands.
  if (reading.understood === undefined) return { verdict: reading.verdict };
  const { answers, places } = reading.understood as unknown as Understood;
  const results = config.questions.flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined) return [];
    return [settle(config, question, answer, places[question.id] ?? null, findings)];
  });
  return { verdict: verdictOf([...reading.verdict.checks, ...results]) };
}

function settle(
  config: PredictConfig,
  question: PredictQuestion,
  answer: AnswerValue,
  place: Place | null,
  findings: readonly Finding[],
): CheckResult {
  const { figure, explanation } = found(config, question, findings);
  const { id, says, why, hints } = question;
  const said = inWords(question, answer);
  const came = happened(question, figure);
  if (isRight(question, answer, figure)) {
    const exact = question.options.length > 0 || answer === figure;
    const message = exact ? `You said ${said}, and so it came.` : `You said ${said}, and it came to ${came}.`;
    return passed(id, message, { subject: id, why });
  }
  const words = says ?? 'You said {answer}. What happened: {found}.';
  const message = filled(words, { answer: said, found: came });
  return failed(id, message, { subject: id, why, hints, place, explanation });
}

function found({ scenarios }: PredictConfig, { run, figure }: PredictQuestion, findings: readonly Finding[]) {
  const scenario = scenarios[run];
  if (scenario === undefined) throw new Error(`There is no scenario ${run}.`);
  if (isExplored(figure)) {
    const { explored } = findingOf(findings, 'schedules', findingId(run, figure));
    const explanation: Explanation = { show: 'schedule', scenario, explored };
    return { figure: figureOfExplored(explored, figure), explanation };
  }
  const { outcome } = findingOf(findings, 'run', findingId(run, figure));
  const explanation: Explanation = { show: 'run', scenario, commands: [] };
  return { figure: figureOfRun(outcome, figure), explanation };
}

function isRight({ options, within }: PredictQuestion, answer: AnswerValue, figure: Figure): boolean {
  if (options.length === 0)
    return typeof answer === 'number' && typeof figure === 'number' && Math.abs(answer - figure) <= within;
  const option = options.find(({ id }) => id === answer);
  return option !== undefined && holdsOf(figure, option.when);
}

const withUnit = ({ unit }: PredictQuestion, words: string): string =>
  unit === null ? words : `${words} ${unit}`;

function inWords(question: PredictQuestion, answer: AnswerValue): string {
  const option = question.options.find(({ id }) => id === answer);
  return option === undefined ? withUnit(question, String(answer)) : `“${option.text}”`;
}

/** The option that says what happened; the bare figure where none does. */
function happened(question: PredictQuestion, figure: Figure): string {
  const option = question.options.find(({ when }) => holdsOf(figure, when));
  return option === undefined ? withUnit(question, figureInWords(figure)) : `“${option.text}”`;
}
