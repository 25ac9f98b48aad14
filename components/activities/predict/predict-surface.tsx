'use client';
import { Choices } from '@/components/activities/questions/choices';
import { freshResults } from '@/components/activities/questions/fresh-results';
import { QuestionCard } from '@/components/activities/questions/question-card';
import styles from '@/components/activities/questions/question-card.module.css';
import { NumberField } from '@/components/activities/questions/written';
import type { AnswerSurfaceProps } from '@/components/workbench/answer-surface';
import { askedOf, type PredictConfig } from '@/lib/activities/predict/predict-config';
import { type AnswerValue, answersIn, writeAnswers } from '@/lib/activities/questions/answers';

/** What is to be said before it plays. */
export function PredictSurface({ name, text, onText, config, verdict, stale, label }: AnswerSurfaceProps) {
  if (config === null) return <p className={styles['waiting']}>Fetching the questions</p>;
  const predict = config as unknown as PredictConfig;
  const asked = askedOf(predict);
  const answers = answersIn(text, asked);
  const results = freshResults(verdict, stale);
  const answer = (id: string, value: AnswerValue | undefined) => {
    const { [id]: _, ...others } = answers;
    onText(writeAnswers(asked, value === undefined ? others : { ...others, [id]: value }));
  };
  return (
    <section className={styles['questions']} aria-label={label}>
      {predict.questions.map(({ id, asks, unit, options, why }, index) => {
        const result = results.get(id) ?? null;
        const value = answers[id];
        return (
          <QuestionCard
            key={id}
            number={index + 1}
            asks={asks}
            result={result}
            said={result?.passed === true && why !== null ? `${result.message} ${why}` : null}
          >
            {options.length === 0 ? (
              <NumberField
                label={asks.replaceAll('`', '')}
                unit={unit}
                value={typeof value === 'number' ? value : undefined}
                onValue={(number) => answer(id, number)}
              />
            ) : (
              <Choices
                name={`${name}-${id}`}
                several={false}
                chosen={value === undefined ? [] : [String(value)]}
                onChoose={([chosen]) => answer(id, chosen)}
                choices={options.map((option) => ({
                  id: option.id,
                  text: option.text,
                  because: null,
                  right: option.id === value && result !== null ? result.passed : null,
                }))}
              />
            )}
          </QuestionCard>
        );
      })}
    </section>
  );
}
