'use client';

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './lesson-frame.module.css';
import { Splitter } from './splitter';
import { useNarrow } from './use-narrow';

type Pane = 'text' | 'playground';

const panes = [
  ['text', 'Read'],
  ['playground', 'Practise'],
] as const;

const ShowPlayground = createContext<() => void>(() => undefined);

/** Brings the playground to the learner: its tab on a narrow screen, its first control's focus everywhere. */
export const useShowPlayground = (): (() => void) => useContext(ShowPlayground);

interface LessonFrameProps {
  readonly text: ReactNode;
  readonly playground: ReactNode;
}

/** Text beside playground; on narrow screens, one tab each, and each keeps its place while the other is shown. */
export function LessonFrame({ text, playground }: LessonFrameProps) {
  const narrow = useNarrow();
  const [pane, setPane] = useState<Pane>('text');
  const playgroundPane = useRef<HTMLDivElement>(null);
  const scrolled = useRef<Record<Pane, number>>({ text: 0, playground: 0 });

  const show = useCallback(
    (next: Pane) => {
      scrolled.current[pane] = window.scrollY;
      setPane(next);
    },
    [pane],
  );
  // Both tabs share the page's scroll, so each gets its own back.
  useLayoutEffect(() => {
    if (narrow) window.scrollTo(0, scrolled.current[pane]);
  }, [pane, narrow]);

  const showPlayground = useCallback(() => {
    show('playground');
    playgroundPane.current?.focus({ preventScroll: true });
  }, [show]);

  return (
    <ShowPlayground value={showPlayground}>
      <main>
        <div className={styles['tabs']} role="tablist" aria-label="Lesson">
          {panes.map(([name, label]) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-controls={`pane-${name}`}
              aria-selected={pane === name}
              tabIndex={pane === name ? 0 : -1}
              onClick={() => show(name)}
              onKeyDown={({ key, currentTarget }) => {
                if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
                const other = name === 'text' ? 'playground' : 'text';
                show(other);
                currentTarget.parentElement?.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
              }}
            >
              {label}
            </button>
          ))}
        </div>
        <div className={styles['frame']} data-pane={pane}>
          <div id="pane-text" className={styles['text']} {...panelProps(narrow, 'text')}>
            {text}
          </div>
          <Splitter />
          <div
            id="pane-playground"
            ref={playgroundPane}
            tabIndex={-1}
            className={styles['playground']}
            {...panelProps(narrow, 'playground')}
          >
            {playground}
          </div>
        </div>
      </main>
    </ShowPlayground>
  );
}

const panelProps = (narrow: boolean, pane: Pane) =>
  narrow ? { role: 'tabpanel', 'aria-labelledby': `tab-${pane}` } : {};
