import { useEffect } from 'react';
import { keyOf } from '@/components/stage/stage-keys';
import { keyIn } from '@/components/stage/use-stage';

/** What has a key in the sandbox: the button that names it is pressed. */
const PRESSED = (['presets', 'link', 'mend'] as const).map(keyOf);

/** Keys that act wherever the stage's do, and among the buttons above it: never where somebody writes. */
export function useSandboxKeys(): void {
  useEffect(() => {
    const listener = new AbortController();
    document.addEventListener('keydown', press, { signal: listener.signal });
    return () => listener.abort();
  }, []);
}

function press(event: KeyboardEvent) {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('[data-keys]') === null) return;
  if (target.closest('dialog, [popover]') !== null) return;
  const pressed = keyIn(event);
  const named = PRESSED.find(({ keys }) => keys.some((key) => key === pressed));
  if (named === undefined) return;
  const button = document.querySelector<HTMLElement>(`[data-keys] [aria-keyshortcuts="${named.spoken}"]`);
  if (button === null) return;
  event.preventDefault();
  button.click();
}
