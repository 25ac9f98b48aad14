'use client';
import { freshResults } from '@/components/activities/questions/fresh-results';
import styles from '@/components/activities/questions/question-card.module.css';
import type { AnswerSurfaceProps } from '@/components/workbench/answer-surface';
import { answersIn, writeAnswers } from '@/lib/activities/questions/answers';
import { askedOf, type QuizConfig } from '@/lib/activities/quiz/quiz-config';
import { QuizQuestionView } from './quiz-question';

/** The questions of a quiz, one below the other. */
export function QuizSurface({ name, text, onText, config, verdict, stale, label }: AnswerSurfaceProps) {
  if (config === null) return <p className={styles['waiting']}>Fetching the questions</p>;
  const quiz = config as unknown as QuizConfig;
  const asked = askedOf(quiz);
  const answers = answersIn(text, asked);
  const results = freshResults(verdict, stale);
  return (
    <section className={styles['questions']} aria-label={label}>
      {quiz.questions.map((question, index) => (
        <QuizQuestionView
          key={question.id}
          name={name}
          number={index + 1}
          question={question}
          answer={answers[question.id]}
          result={results.get(question.id) ?? null}
          onAnswer={(answer) => {
            const { [question.id]: _, ...others } = answers;
            onText(writeAnswers(asked, answer === undefined ? others : { ...others, [question.id]: answer }));
          }}
        />
      ))}
    </section>
  );
}
