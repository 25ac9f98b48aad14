'use client';
import { useSyncExternalStore } from 'react';
import styles from './key.module.css';

const never = () => () => {};

/** The keys that check, as this machine names them. */
export function CheckKey() {
  const mac = useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/i.test(navigator.userAgent),
    () => false,
  );
  return <kbd className={styles['key']}>{mac ? '⌘ ↵' : 'Ctrl ↵'}</kbd>;
}
