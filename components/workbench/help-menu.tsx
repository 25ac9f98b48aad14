'use client';
import { useCallback, useId, useRef, useState } from 'react';
import type { Fade } from '@/lib/activities/fade';
import styles from './help-menu.module.css';
import { fadesInOrder, fadeWords } from './help-words';
import { useLeft } from './use-left';
import { useShortcut } from './use-shortcut';

export interface HelpMenuProps {
  /** Which can be had. */
  readonly fades: readonly Fade[];
  /** With which the activity begins. */
  readonly first: Fade;
  readonly onFade: (fade: Fade) => void;
}

/** Other ways into the exercise, from the least help to the most. */
export function HelpMenu({ fades, first, onFade }: HelpMenuProps) {
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  useLeft(
    box,
    open,
    useCallback(() => setOpen(false), []),
  );
  useShortcut(box, 'escape', () => {
    if (open) close();
  });
  return (
    <div className={styles['help']} ref={box}>
      <button
        type="button"
        ref={opener}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        Help
      </button>
      <fieldset className={styles['menu']} id={list} aria-label="Begin with" hidden={!open}>
        {fadesInOrder(fades, first).map((fade) => (
          <button
            key={fade}
            type="button"
            onClick={() => {
              onFade(fade);
              close();
            }}
          >
            <b>{fadeWords[fade].name}</b>
            <span>
              {fadeWords[fade].means}
              {fade === first && ' You began with this.'}
            </span>
          </button>
        ))}
        <p>What you wrote is kept, and can be brought back.</p>
      </fieldset>
    </div>
  );
}
