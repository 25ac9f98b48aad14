'use client';
import { useEffect, useRef, useState } from 'react';
import { QuizQuestionView } from '@/components/activities/quiz/quiz-question';
import { Heard } from '@/components/workbench/heard';
import type { AnswerValue } from '@/lib/activities/questions/answers';
import type { CheckResult } from '@/lib/activities/verdict';
import { answerDue, type DueQuestion, fetchDue, type QuizOutline } from '@/lib/store/review';
import styles from './review.module.css';

interface ReviewRoundProps {
  readonly quizzes: readonly QuizOutline[];
  /** What is asked, in this order. */
  readonly keys: readonly string[];
  readonly onEnd: () => void;
}

/** The questions that were due when it began, one at a time; the first answer to each counts. */
export function ReviewRound({ quizzes, keys, onEnd }: ReviewRoundProps) {
  const [due, setDue] = useState<readonly DueQuestion[] | 'failed' | null>(null);
  const [place, setPlace] = useState(0);
  useEffect(() => {
    fetchDue(quizzes, keys).then(setDue, () => setDue('failed'));
  }, [quizzes, keys]);
  if (due === null) return <p>Fetching the questions</p>;
  const now = due === 'failed' ? undefined : due[place];
  if (due === 'failed' || now === undefined) {
    return (
      <div className={styles['due']}>
        <p>The questions could not be fetched. See whether you are online; they stay due.</p>
        <button type="button" onClick={onEnd}>
          Close
        </button>
      </div>
    );
  }
  const isLast = place === due.length - 1;
  return (
    <Asked
      key={now.key}
      due={now}
      number={place + 1}
      of={due.length}
      last={isLast}
      onNext={() => (isLast ? onEnd() : setPlace(place + 1))}
    />
  );
}

interface AskedProps {
  readonly due: DueQuestion;
  readonly number: number;
  readonly of: number;
  readonly last: boolean;
  readonly onNext: () => void;
}

function Asked({ due, number, of, last, onNext }: AskedProps) {
  const [answer, setAnswer] = useState<AnswerValue | undefined>(undefined);
  const [result, setResult] = useState<CheckResult | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  const onward = last ? 'Finish' : 'Next question';
  return (
    <form
      ref={form}
      className={styles['asked']}
      onSubmit={(event) => {
        event.preventDefault();
        if (result !== null) onNext();
        else if (answer !== undefined) setResult(answerDue(due, answer));
      }}
    >
      <Heard>{result === null ? '' : heardOf(result)}</Heard>
      <p className={styles['from']}>
        Question {number} of {of} · {due.lesson}
      </p>
      <QuizQuestionView
        name="review"
        number={number}
        question={due.question}
        answer={answer}
        result={result}
        onAnswer={(next) => {
          if (result === null) setAnswer(next);
        }}
      />
      <div className={styles['due']}>
        <p>{result === null ? '' : comesBack(result)}</p>
        <button type="submit" disabled={answer === undefined}>
          {result === null ? 'Check' : onward}
        </button>
      </div>
    </form>
  );
}

const heardOf = ({ passed, message }: CheckResult): string =>
  `${passed ? 'Right.' : 'Not right.'} ${message.replaceAll('`', '')}`;

const comesBack = ({ passed }: CheckResult): string =>
  passed ? 'It comes back later, if it comes back at all.' : 'It comes back tomorrow.';
