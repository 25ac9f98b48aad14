// One question and its answer: the result of its check, and what there is to note.
import type { Place } from '@/lib/shared/place';
import { failed, passed } from '../check-result';
import { filled } from '../placeholders';
import type { AnswerValue } from '../questions/answers';
import type { CheckResult, Note } from '../verdict';
import type { ChoiceQuestion, QuizOption, QuizQuestion, ShortQuestion } from './quiz-config';
import { judgeShort } from './short-answer';

export interface Judged {
  readonly result: CheckResult;
  readonly note: Note | null;
}

/** An answer that is left out is `undefined`. */
export function judgeQuestion(
  question: QuizQuestion,
  answer: AnswerValue | undefined,
  place: Place | null,
): Judged {
  const { id: subject } = question;
  if (answer === undefined)
    return { result: wrong(question, 'This is not answered yet.', place), note: null };
  if (question.type === 'short') return judgeWords(question, String(answer), place);
  const chosen = [answer].flat().map(String);
  const result =
    question.type === 'one' ? judgeOne(question, chosen[0] ?? '', place) : judgeMany(question, chosen, place);
  return { result: { ...result, subject }, note: null };
}

export const unanswered = (question: QuizQuestion, place: Place | null): CheckResult =>
  failed(question.id, UNANSWERED, { subject: question.id, hints: question.hints, place });

const UNANSWERED = 'This is not answered yet.';

const wrong = ({ id, why, hints }: QuizQuestion, message: string, place: Place | null): CheckResult =>
  failed(id, message, { subject: id, why, hints, place });

const right = ({ id, why }: QuizQuestion, message: string): CheckResult =>
  passed(id, message, { subject: id, why });

function judgeOne(question: ChoiceQuestion, chosen: string, place: Place | null): CheckResult {
  const option = question.options.find(({ id }) => id === chosen);
  if (option?.right === true) return right(question, option.because);
  return wrong(question, option?.because ?? UNANSWERED, place);
}

/** What was chosen wrongly explains itself; of what is missing, only the number is told. */
function judgeMany(question: ChoiceQuestion, chosen: readonly string[], place: Place | null): CheckResult {
  const has = ({ id }: QuizOption) => chosen.includes(id);
  const strays = question.options.filter((option) => has(option) && !option.right);
  const missing = question.options.filter((option) => option.right && !has(option)).length;
  if (strays.length === 0 && missing === 0)
    return right(
      question,
      question.options
        .filter(has)
        .map(({ because }) => because)
        .join(' '),
    );
  const sentences = [
    ...strays.map(({ text, because }) => `“${text}” does not belong: ${because}`),
    ...(missing === 0 ? [] : [missing === 1 ? 'One more belongs here.' : `${missing} more belong here.`]),
  ];
  return wrong(question, sentences.join(' '), place);
}

function judgeWords(question: ShortQuestion, answer: string, place: Place | null): Judged {
  const judgement = judgeShort(question, answer);
  if (!judgement.right) {
    const message = judgement.because ?? filled(question.says, { answer });
    return { result: wrong(question, message, place), note: null };
  }
  const { meant, misspelt } = judgement;
  const words = `It is written \`${meant}\`; \`${answer}\` was near enough.`;
  return {
    result: right(question, `\`${meant}\` is right.`),
    note: misspelt ? { subject: question.id, message: words, place } : null,
  };
}
