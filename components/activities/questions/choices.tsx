'use client';
import { CodeText } from '@/components/workbench/code-text';
import styles from './question-card.module.css';

export interface Choice {
  readonly id: string;
  readonly text: string;
  /** Why it is right or wrong, once it may be said. */
  readonly because: string | null;
  readonly right: boolean | null;
}

interface ChoicesProps {
  /** Ties the options of one question together. */
  readonly name: string;
  readonly several: boolean;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Options, of which one or several are chosen. Explanations unfold below what they explain. */
export function Choices({ name, several, choices, chosen, onChoose }: ChoicesProps) {
  const toggle = (id: string, on: boolean) => {
    if (!several) return onChoose([id]);
    const ids = on ? [...chosen, id] : chosen.filter((each) => each !== id);
    onChoose(choices.map((choice) => choice.id).filter((each) => ids.includes(each)));
  };
  return (
    <div className={styles['choices']}>
      {several && <p className={styles['several']}>Choose all that apply.</p>}
      {choices.map(({ id, text, because, right }) => (
        <div key={id} className={styles['choice']} data-right={right ?? undefined}>
          <label>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={id}
              checked={chosen.includes(id)}
              aria-describedby={because === null ? undefined : `${name}-${id}-because`}
              onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
            />
            <span>
              <CodeText>{text}</CodeText>
            </span>
          </label>
          {because !== null && (
            <p id={`${name}-${id}-because`} className={styles['because']}>
              <CodeText>{because}</CodeText>
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
