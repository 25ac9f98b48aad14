'use client';
import { Choices } from '@/components/activities/questions/choices';
import { QuestionCard } from '@/components/activities/questions/question-card';
import { WordsField } from '@/components/activities/questions/written';
import type { AnswerValue } from '@/lib/activities/questions/answers';
import type { QuizOption, QuizQuestion } from '@/lib/activities/quiz/quiz-config';
import type { CheckResult } from '@/lib/activities/verdict';

interface QuizQuestionViewProps {
  /** Ids of elements begin with it. */
  readonly name: string;
  readonly number: number;
  readonly question: QuizQuestion;
  readonly answer: AnswerValue | undefined;
  readonly result: CheckResult | null;
  readonly onAnswer: (answer: AnswerValue | undefined) => void;
}

/** One question of a quiz, with what its options say of themselves once it was checked. */
export function QuizQuestionView({
  name,
  number,
  question,
  answer,
  result,
  onAnswer,
}: QuizQuestionViewProps) {
  const { asks, why } = question;
  const chosen = answer === undefined ? [] : [answer].flat().map(String);
  const said = result?.passed === true ? `Right.${why === null ? '' : ` ${why}`}` : null;
  return (
    <QuestionCard
      number={number}
      asks={asks}
      result={result}
      said={said ?? shortOf(question, chosen, result)}
    >
      {question.type === 'short' ? (
        <WordsField label={asks.replaceAll('`', '')} value={chosen[0] ?? ''} onValue={onAnswer} />
      ) : (
        <Choices
          name={`${name}-${question.id}`}
          several={question.type === 'many'}
          chosen={chosen}
          onChoose={(ids) => onAnswer(question.type === 'one' || ids.length === 0 ? ids[0] : ids)}
          choices={question.options.map((option) => ({
            id: option.id,
            text: option.text,
            ...explained(option, chosen, result),
          }))}
        />
      )}
    </QuestionCard>
  );
}

/** All of them once the question is right; before, only what was chosen, so that there is something left to find. */
function explained(option: QuizOption, chosen: readonly string[], result: CheckResult | null) {
  const told = result !== null && (result.passed || chosen.includes(option.id));
  return { because: told ? option.because : null, right: told ? option.right : null };
}

/** The options have explained themselves; what is left to say is short. */
function shortOf(
  question: QuizQuestion,
  chosen: readonly string[],
  result: CheckResult | null,
): string | null {
  if (result === null || result.passed || chosen.length === 0 || question.type === 'short') return null;
  if (question.type === 'one') return 'Not that one.';
  const missing = question.options.filter(({ id, right }) => right && !chosen.includes(id)).length;
  if (missing === 0) return 'Not all of these belong.';
  return missing === 1
    ? 'Not all of it yet. One more belongs here.'
    : `Not all of it yet. ${missing} more belong here.`;
}
