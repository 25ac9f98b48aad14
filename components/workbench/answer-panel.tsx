'use client';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { DiffView } from '@/components/editor/diff-view';
import { Editor, type EditorHandle } from '@/components/editor/editor';
import type { Mark } from '@/components/editor/mark';
import { PassIcon } from '@/components/icons/pass-icon';
import type { CheckResult, Verdict } from '@/lib/activities/verdict';
import type { Place } from '@/lib/shared/place';
import {
  type ActivityOutline,
  type ActivityState,
  type ActivityStore,
  verdictNow,
} from '@/lib/store/activity';
import styles from './answer-panel.module.css';
import { Becomes } from './becomes';
import { CheckBar } from './check-bar';
import { Heard } from './heard';
import { ResultRows } from './result-rows';
import { type PartWords, spoken } from './results';
import type { WorkbenchWords } from './words';

const DatabaseLine = lazy(async () => ({ default: (await import('./database-line')).DatabaseLine }));

interface AnswerPanelProps {
  readonly store: ActivityStore;
  readonly outline: ActivityOutline;
  readonly words: WorkbenchWords;
  readonly interested: boolean;
  readonly solutionOpen: boolean;
  readonly onSolutionClosed: () => void;
  readonly hintsShown: (check: CheckResult) => number;
  readonly onHint: (check: CheckResult) => void;
  /** A hint was asked for: the rows show what can be said without a check. */
  readonly looked: boolean;
  readonly onWatch: () => void;
}

/** The editor, what the answer becomes, and what the check says of it. */
export function AnswerPanel(props: AnswerPanelProps) {
  const { store, outline, words, interested, looked, onWatch } = props;
  const { solutionOpen, onSolutionClosed, hintsShown, onHint } = props;
  const state = useStore(store.state);
  const editor = useRef<EditorHandle>(null);
  const { verdict, stale } = shownVerdict(state, looked);
  const marks = useMemo(() => marksOf(verdict), [verdict]);
  const becomes = useLastReadable(state);
  const passed = verdict?.passed === true && !stale && state.phase.at === 'checked';
  const showPlace = (place: Place) => {
    onSolutionClosed();
    // The editor may be hidden until the solution has closed.
    requestAnimationFrame(() => editor.current?.show(place));
  };
  const solution = state.material?.solutions[0];
  const diffOpen = solutionOpen && solution !== undefined;
  return (
    <div className={styles['answer']}>
      <Heard>{heard(state, words.parts)}</Heard>
      <div className={styles['editor']} hidden={diffOpen}>
        <Editor
          ref={editor}
          label={words.editor}
          name={outline.id}
          start={outline.start}
          text={state.text}
          marks={marks}
          schema={state.material?.answerSchema ?? null}
          wanted={interested}
          onText={store.type}
          onCheck={() => void store.check()}
          onFocus={store.setFocused}
        />
      </div>
      {diffOpen && (
        <div className={styles['solution']}>
          <DiffView written={state.text} solution={solution}>
            <button
              type="button"
              className={styles['button']}
              onClick={() => {
                store.takeSolution();
                onSolutionClosed();
              }}
            >
              Use the solution
            </button>
            <button type="button" className={styles['button']} onClick={onSolutionClosed}>
              Keep what I wrote
            </button>
            <span>What you wrote can be brought back.</span>
          </DiffView>
        </div>
      )}
      <section className={styles['checks']} aria-label="Check">
        <CheckBar
          state={state}
          words={words.parts}
          verdict={verdict}
          stale={stale}
          onCheck={() => void store.check()}
          onStop={store.stop}
          onBringBack={store.bringBack}
        />
        {interested && (
          <Suspense>
            <DatabaseLine checking={state.phase.at === 'checking'} />
          </Suspense>
        )}
        {passed && (
          <div className={styles['passed']}>
            <PassIcon />
            <p>{words.passed}</p>
            <button type="button" className={styles['button']} onClick={onWatch}>
              {words.watchTab}
            </button>
          </div>
        )}
        {verdict !== null && (
          <ResultRows
            verdict={verdict}
            words={words.parts}
            hintsShown={hintsShown}
            onHint={onHint}
            onPlace={showPlace}
          />
        )}
      </section>
      <div className={styles['becomes']}>
        <Becomes
          title={words.becomes}
          text={becomes}
          behind={state.reading?.becomes === null}
          instead={words.becomesInstead}
        />
      </div>
    </div>
  );
}

interface Shown {
  readonly verdict: Verdict | null;
  readonly stale: boolean;
}

function shownVerdict(state: ActivityState, looked: boolean): Shown {
  const now = verdictNow(state);
  if (now !== null) return now;
  return { verdict: looked ? (state.reading?.verdict ?? null) : null, stale: false };
}

/** While the next answer is being typed it often cannot be read: what could be read last stays. */
function useLastReadable({ reading }: ActivityState): string | null {
  const [last, setLast] = useState<string | null>(null);
  const now = reading?.becomes ?? null;
  if (now !== null && now !== last) setLast(now);
  return now ?? last;
}

function marksOf(verdict: Verdict | null): readonly Mark[] {
  const found = [
    ...(verdict?.checks ?? []).map((check) => ({ ...check, severity: 'error' as const })),
    ...(verdict?.notes ?? []).map((note) => ({ ...note, passed: false, severity: 'note' as const })),
  ];
  return found.flatMap(({ passed, place, message, severity }) =>
    passed || place === null ? [] : [{ place, message: message.replaceAll('`', ''), severity }],
  );
}

function heard({ phase, checked }: ActivityState, words: PartWords): string {
  switch (phase.at) {
    case 'checked':
      return checked === null ? '' : spoken(checked.verdict, words);
    case 'failed':
      return phase.words;
    case 'stopped':
      return 'The check was stopped.';
    case 'idle':
      return '';
    default:
      return 'Checking';
  }
}
