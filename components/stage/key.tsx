import styles from './key.module.css';

/** A key that does the same; hidden where there is no keyboard. */
export const Key = ({ children }: { readonly children: string }) => (
  <span className={styles['key']} aria-hidden="true">
    <kbd>{children}</kbd>
  </span>
);
