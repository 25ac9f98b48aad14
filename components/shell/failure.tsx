import styles from './failure.module.css';

/** Stands in for a page that could not be drawn. */
export function Failure({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <main id="main" className={styles['failure']}>
      <h1>This page crashed before it could be drawn.</h1>
      <p>It is our mistake. What you wrote and what you have done are kept in this browser.</p>
      <button type="button" onClick={onAgain}>
        Draw it again
      </button>
    </main>
  );
}
