// The browser's storage, which may be blocked or full: then the page works on and says that it cannot remember.
import { createStore } from 'zustand/vanilla';

/** `remembers` turns false, for good, when something could not be saved. */
export const storageHealth = createStore<{ readonly remembers: boolean }>(() => ({ remembers: true }));

/** Null when there is nothing, or when storage is blocked. */
export function readItem(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    storageHealth.setState({ remembers: false });
    return null;
  }
}

/** Says whether it was saved; a null removes the item. */
export function writeItem(key: string, text: string | null): boolean {
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
    return true;
  } catch {
    storageHealth.setState({ remembers: false });
    return false;
  }
}

/** Calls back with the new text when another tab changes the item; returns what ends it. */
export function onItemChanged(key: string, changed: (text: string | null) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === key) changed(event.newValue);
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
