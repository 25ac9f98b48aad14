// Light or dark: the system's choice until the learner makes one.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { onItemChanged, readItem, writeItem } from './storage';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEY = 'alo.theme';

const themeStore = createStore<{ readonly theme: Theme }>(() => ({ theme: 'system' }));

export const useTheme = (): Theme => useStore(themeStore).theme;

/** Follows the saved choice, the system and the other tabs. Call once, in the browser; returns what ends it. */
export function loadTheme(): () => void {
  adopt(readItem(KEY));
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => show(themeStore.getState().theme);
  system.addEventListener('change', follow);
  const endTabs = onItemChanged(KEY, adopt);
  return () => {
    system.removeEventListener('change', follow);
    endTabs();
  };
}

export function chooseTheme(theme: Theme): void {
  writeItem(KEY, theme === 'system' ? null : theme);
  adopt(theme);
}

function adopt(saved: string | null): void {
  const theme = themes.find((name) => name === saved) ?? 'system';
  themeStore.setState({ theme });
  show(theme);
}

function show(theme: Theme): void {
  const dark =
    theme === 'dark' || (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}
