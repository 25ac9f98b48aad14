'use client';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './inspector.module.css';

interface PanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something looked at more closely, beside the stage. The focus goes to its heading, and back once it closes. */
export function Panel({ title, onClose, children }: PanelProps) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useBorrowedFocus(panel, heading, title);
  useEscape(panel, onClose);
  return (
    <section ref={panel} className={styles['panel']} aria-labelledby={id}>
      <header>
        <h3 ref={heading} id={id} tabIndex={-1}>
          {title}
        </h3>
        <button type="button" className={styles['close']} onClick={onClose}>
          Close
        </button>
      </header>
      {children}
    </section>
  );
}

type Reference<Element> = { readonly current: Element | null };

/** Takes the focus whenever it is about something else, and gives it back if it still has it at its end. */
function useBorrowedFocus(
  panel: Reference<HTMLElement>,
  heading: Reference<HTMLElement>,
  subject: string,
): void {
  useLayoutEffect(() => {
    // Whatever it is about, it was asked for from where the focus is.
    const from = subject === '' ? null : document.activeElement;
    const element = panel.current;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
    return () => {
      const isHere = element?.contains(document.activeElement) === true;
      if (isHere && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    };
  }, [panel, heading, subject]);
}

function useEscape(panel: Reference<HTMLElement>, onClose: () => void): void {
  const close = useRef(onClose);
  useLayoutEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const listener = new AbortController();
    panel.current?.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        // It closes this, and nothing around it.
        event.stopPropagation();
        close.current();
      },
      { signal: listener.signal },
    );
    return () => listener.abort();
  }, [panel]);
}
