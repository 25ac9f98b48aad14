import { type RefObject, useEffect } from 'react';

/** Had the focus: with all that it stood in, since what is taken away knows no more where that was. */
interface Held {
  readonly element: Element;
  readonly around: readonly HTMLElement[];
}

/**
 * Where the focus goes when what had it is taken away: to the element whose `data-refuge` has the name that something
 * around it told as `data-left-to`, or else to the root, so that its keys still act.
 */
export function useLostFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = root;
    if (current === null) return;
    let held: Held | null = null;
    const listener = new AbortController();
    const { signal } = listener;
    const hold = ({ target }: FocusEvent) => {
      held = target instanceof Element ? { element: target, around: aroundOf(target) } : null;
    };
    // What is removed may say goodbye while it still stands there: whether it was is known afterwards.
    const letGo = () =>
      queueMicrotask(() => {
        if (isAway(held)) held = null;
      });
    current.addEventListener('focusin', hold, { signal });
    current.addEventListener('focusout', letGo, { signal });
    const observer = new MutationObserver(() => {
      if (held === null || held.element.isConnected) return;
      const { around } = held;
      held = null;
      if (document.activeElement === document.body) refugeFor(around, current).focus({ preventScroll: true });
    });
    observer.observe(current, { childList: true, subtree: true });
    return () => {
      listener.abort();
      observer.disconnect();
    };
  }, [root]);
}

/** It stands where it stood, and somebody has left it. */
const isAway = (held: Held | null): boolean =>
  held?.element.isConnected === true && document.activeElement !== held.element;

function aroundOf(element: Element): readonly HTMLElement[] {
  const parent = element.parentElement;
  return parent === null ? [] : [parent, ...aroundOf(parent)];
}

function refugeFor(around: readonly HTMLElement[], root: HTMLElement): HTMLElement {
  const name = around.find(({ dataset }) => dataset['leftTo'] !== undefined)?.dataset['leftTo'];
  return (name === undefined ? null : root.querySelector<HTMLElement>(`[data-refuge="${name}"]`)) ?? root;
}
