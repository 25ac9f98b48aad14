'use client';
import { type ComponentType, lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { EditorHandle } from '@/components/editor/editor';
import type { Place } from '@/lib/shared/place';
import type { ActivityOutline, ActivityState, ActivityStore } from '@/lib/store/activity';
import styles from './answer-panel.module.css';
import { AnswerPlace } from './answer-place';
import type { AnswerSurfaceProps } from './answer-surface';
import { Becomes } from './becomes';
import { ChangedLine } from './changed-line';
import { CheckBar } from './check-bar';
import { Heard } from './heard';
import { HistoryView } from './history-view';
import { PassedRow } from './passed-row';
import { type ResultDeeds, ResultRows } from './result-rows';
import { heard, marksOf, shownVerdict } from './shown';
import { SolutionView } from './solution-view';
import type { Over } from './tools';
import type { WorkbenchWords } from './words';

const DatabaseLine = lazy(() =>
  import('./database-line').then(
    ({ DatabaseLine }) => ({ default: DatabaseLine }),
    // Offline: there is no database, and nothing to say of it.
    () => ({ default: () => null }),
  ),
);

interface AnswerPanelProps {
  readonly store: ActivityStore;
  readonly outline: ActivityOutline;
  readonly words: WorkbenchWords;
  readonly surface: ComponentType<AnswerSurfaceProps> | null;
  readonly interested: boolean;
  /** What lies over the answer. */
  readonly over: Over | null;
  readonly onOverClosed: () => void;
  readonly deeds: Omit<ResultDeeds, 'onPlace'>;
  /** A hint was asked for: the rows show what can be said without a check. */
  readonly looked: boolean;
  readonly onWatch: () => void;
}

/** The editor, what the answer becomes, and what the check says of it. */
export function AnswerPanel(props: AnswerPanelProps) {
  const { store, outline, words, surface, interested, looked, onWatch, deeds } = props;
  const { over, onOverClosed } = props;
  const state = useStore(store.state);
  const [asText, setAsText] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const { verdict, stale } = shownVerdict(state, looked);
  const marks = useMemo(() => marksOf(verdict), [verdict]);
  const becomes = useLastReadable(state);
  const passed = verdict?.passed === true && !stale && state.phase.at === 'checked';
  const solution = state.material?.solutions[0];
  const isCovered = over === 'history' || (over === 'solution' && solution !== undefined);
  const showPlace = (place: Place) => {
    if (isCovered) onOverClosed();
    setAsText(true);
    // The editor is not there until what lay over it, or stood in its place, has gone.
    requestAnimationFrame(() => editor.current?.show(place));
  };
  return (
    <div
      className={styles['answer']}
      data-passed={verdict?.passed === true}
      data-becomes={words.becomes !== null}
    >
      <Heard>{heard(state, words.parts)}</Heard>
      <div className={styles['editor']} data-drawn={surface !== null} hidden={isCovered}>
        <AnswerPlace
          store={store}
          state={state}
          outline={outline}
          label={words.editor}
          surface={surface}
          asText={asText}
          onAsText={setAsText}
          wanted={interested}
          marks={marks}
          verdict={verdict}
          stale={stale}
          editor={editor}
        />
      </div>
      {over === 'history' && (
        <HistoryView
          history={state.history}
          written={state.text}
          language={outline.language}
          onUse={(kept) => {
            store.lookBackTo(kept);
            onOverClosed();
          }}
          onClose={onOverClosed}
        />
      )}
      {over === 'solution' && solution !== undefined && (
        <SolutionView
          written={state.text}
          solution={solution}
          language={outline.language}
          onUse={() => {
            store.takeSolution();
            onOverClosed();
          }}
          onKeep={onOverClosed}
        />
      )}
      <section className={styles['checks']} aria-label="Check">
        <CheckBar
          state={state}
          words={words.parts}
          verdict={verdict}
          stale={stale}
          tellsEarly={surface === null}
          onCheck={() => void store.check()}
          onStop={store.stop}
          onBringBack={store.bringBack}
        />
        {interested && outline.asksDatabase && (
          <Suspense>
            <DatabaseLine checking={state.phase.at === 'checking' && state.phase.asks === 'database'} />
          </Suspense>
        )}
        {state.changed && <ChangedLine onAnew={store.reset} onKeep={store.keepText} />}
        {passed && <PassedRow words={words} onWatch={onWatch} />}
        {verdict !== null && (
          <ResultRows verdict={verdict} words={words.parts} deeds={{ ...deeds, onPlace: showPlace }} />
        )}
      </section>
      {words.becomes !== null && (
        <div className={styles['becomes']}>
          <Becomes
            title={words.becomes.title}
            text={becomes}
            behind={state.reading?.becomes === null}
            instead={state.reading === null ? words.becomes.unread : words.becomes.instead}
          />
        </div>
      )}
    </div>
  );
}

/** While the next answer is being typed it often cannot be read: what could be read last stays. */
function useLastReadable({ reading }: ActivityState): string | null {
  const [last, setLast] = useState<string | null>(null);
  const now = reading?.becomes ?? null;
  if (now !== null && now !== last) setLast(now);
  return now ?? last;
}
