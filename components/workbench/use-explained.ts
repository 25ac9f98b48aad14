'use client';
import { type RefObject, useRef, useState } from 'react';
import type { CheckResult, Explanation } from '@/lib/activities/verdict';
import type { ActivityState } from '@/lib/store/activity';

interface Explained {
  readonly check: CheckResult;
  readonly explanation: Explanation;
}

interface UseExplained {
  /** What is open; null once it was closed, or another check has ended. */
  readonly explained: Explained | null;
  readonly open: (check: CheckResult) => void;
  /** Gives the focus back to what opened it, or else to the button that checks. */
  readonly close: () => void;
}

/** The one check that is being explained. */
export function useExplained(
  root: RefObject<HTMLElement | null>,
  checked: ActivityState['checked'],
): UseExplained {
  const [opened, setOpened] = useState<(Explained & { readonly of: typeof checked }) | null>(null);
  const opener = useRef<Element | null>(null);
  return {
    explained: opened?.of === checked ? opened : null,
    open: (check) => {
      if (check.explanation === undefined) return;
      opener.current = document.activeElement;
      setOpened({ check, explanation: check.explanation, of: checked });
    },
    close: () => {
      setOpened(null);
      const { current } = opener;
      // It is hidden until the answer is drawn again.
      requestAnimationFrame(() => {
        const target = current?.isConnected ? current : root.current?.querySelector('[data-checks]');
        if (target instanceof HTMLElement) target.focus();
      });
    },
  };
}
