'use client';
import styles from './becomes.module.css';

interface BecomesProps {
  readonly title: string;
  /** Null while the answer cannot be read. */
  readonly text: string | null;
  /** The answer cannot be read now, and the text is of an earlier one. */
  readonly behind: boolean;
  /** What stands there until there is a text. */
  readonly instead: string;
}

/** What the answer becomes, live beside it. The last that could be read stays while the next is being typed. */
export function Becomes({ title, text, behind, instead }: BecomesProps) {
  return (
    <section className={styles['becomes']} aria-label={title}>
      <header>
        <h3>{title}</h3>
        {text !== null && behind && <span>as it was when it could last be read</span>}
        {text !== null && (
          <button type="button" onClick={() => void navigator.clipboard.writeText(text)}>
            Copy
          </button>
        )}
      </header>
      {text === null ? <p>{instead}</p> : <pre>{text}</pre>}
    </section>
  );
}
