import styles from './heard.module.css';

/** Words for screen readers, spoken when they change. */
export function Heard({ children }: { readonly children: string }) {
  return (
    <p className={styles['heard']} role="status">
      {children}
    </p>
  );
}
