'use client';

import { chooseTheme, themes, useTheme } from '@/lib/store/theme';
import styles from './theme-choice.module.css';

const names = { system: 'System', light: 'Light', dark: 'Dark' } as const;

export function ThemeChoice() {
  const theme = useTheme();
  return (
    <select
      aria-label="Theme"
      className={styles['choice']}
      value={theme}
      onChange={({ target }) => chooseTheme(themes.find((name) => name === target.value) ?? 'system')}
    >
      {themes.map((name) => (
        <option key={name} value={name}>
          {names[name]}
        </option>
      ))}
    </select>
  );
}
