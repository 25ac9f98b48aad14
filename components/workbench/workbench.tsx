'use client';
import { type ComponentType, type ReactNode, useCallback, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { PassIcon } from '@/components/icons/pass-icon';
import { type ActivityOutline, type ActivityStore, verdictNow } from '@/lib/store/activity';
import type { Played } from '@/lib/store/explained-stage';
import { AnswerPanel } from './answer-panel';
import type { AnswerSurfaceProps } from './answer-surface';
import type { BesideProps } from './beside';
import { ExplainedPanel } from './explained-panel';
import { Heard } from './heard';
import { fadeWords } from './help-words';
import { plain } from './results';
import { TabList, type Tab as TabOf } from './tab-list';
import { type Over, Tools } from './tools';
import { useExplained } from './use-explained';
import { useHints } from './use-hints';
import { useInterest } from './use-interest';
import { useShortcut } from './use-shortcut';
import type { WorkbenchWords } from './words';
import styles from './workbench.module.css';

export interface WorkbenchProps {
  readonly store: ActivityStore;
  readonly outline: ActivityOutline;
  readonly words: WorkbenchWords;
  /** Draws the question and writes the answer, for kinds whose answers are no prose; without it there is an editor. */
  readonly surface?: ComponentType<AnswerSurfaceProps>;
  /** Stands beside a run that explains a check, and follows its playhead; left out: nothing does. */
  readonly beside?: ComponentType<BesideProps>;
  /** What plays once the answer has passed; asked for when its tab opens first. */
  readonly stage: (passedText: string) => ReactNode;
  /** Sets in motion what explains a check of this answer. */
  readonly replay: (played: Played, text: string, beside: ComponentType<BesideProps> | null) => ReactNode;
}

type Tab = 'answer' | 'explained' | 'watch';

/** Where one activity is done: the answer and its check, what explains that, and then what it set in motion. */
export function Workbench({ store, outline, words, surface, beside, stage, replay }: WorkbenchProps) {
  const prefix = useId();
  const root = useRef<HTMLDivElement>(null);
  const state = useStore(store.state);
  const { passedText, checked } = state;
  const [open, setOpen] = useState<Tab>('answer');
  const [watched, setWatched] = useState(false);
  const [interested, setInterested] = useState(false);
  const [over, setOver] = useState<Over | null>(null);
  const [looked, setLooked] = useState(false);
  const [said, setSaid] = useState('');
  const hints = useHints();
  const { explained, ...explaining } = useExplained(root, checked);
  // What is explained is gone with the check that it explained.
  const shown: Tab = open === 'explained' && explained === null ? 'answer' : open;

  useInterest(
    root,
    useCallback(() => {
      store.interest();
      setInterested(true);
    }, [store]),
  );
  const askForHint = () => {
    setOver(null);
    const verdict = verdictNow(state)?.verdict ?? state.reading?.verdict;
    // Nothing has been read yet: the check says how it stands, and the next asking unfolds a hint.
    if (verdict === undefined) return void store.check();
    setLooked(true);
    sayHint(hints.unfoldNext(verdict));
  };
  const sayHint = (hint: string | null) =>
    setSaid(hint === null ? 'No hint is left.' : `Hint: ${plain(hint)}`);
  const closeOver = () => {
    setOver(null);
    // What closed it is gone; the focus goes back to what opened it.
    root.current?.querySelector<HTMLElement>(`[data-opens-over=${over}]`)?.focus();
  };
  useShortcut(root, 'h', () => {
    if (shown === 'answer') askForHint();
  });
  const focusTab = (tab: Tab) =>
    requestAnimationFrame(() => document.getElementById(`${prefix}-tab-${tab}`)?.focus());
  const openTab = (tab: Tab) => {
    setOpen(tab);
    if (tab === 'watch') setWatched(true);
  };
  const panel = (tab: Tab) => ({
    role: 'tabpanel',
    id: `${prefix}-panel-${tab}`,
    'aria-labelledby': `${prefix}-tab-${tab}`,
    hidden: shown !== tab,
  });
  return (
    <div className={styles['workbench']} ref={root}>
      <Heard>{said}</Heard>
      <div className={styles['head']}>
        <TabList<Tab>
          label={outline.title}
          prefix={prefix}
          open={shown}
          onOpen={openTab}
          tabs={tabsOf(words, { passed: passedText !== null, explained: explained !== null })}
        />
        {shown === 'answer' && (
          <Tools
            over={over}
            onOver={setOver}
            help={{
              fades: outline.fades,
              first: outline.fade,
              onFade: (fade) => {
                setOver(null);
                void store.help(fade);
                setSaid(`${fadeWords[fade].name}. What you wrote can be brought back.`);
              },
            }}
            onHint={askForHint}
            onReset={() => {
              setOver(null);
              store.reset();
            }}
          />
        )}
      </div>
      <div className={styles['panel']} {...panel('answer')}>
        <AnswerPanel
          store={store}
          outline={outline}
          words={words}
          surface={surface ?? null}
          interested={interested}
          over={over}
          onOverClosed={closeOver}
          looked={looked}
          deeds={{
            hintsShown: hints.shown,
            onHint: (check) => sayHint(hints.unfold(check)),
            onExplain: (check) => {
              explaining.open(check);
              setOpen('explained');
              focusTab('explained');
            },
          }}
          onWatch={() => {
            openTab('watch');
            focusTab('watch');
          }}
        />
      </div>
      {explained !== null && (
        <div className={styles['panel']} {...panel('explained')}>
          <ExplainedPanel
            {...explained}
            replay={(played) => replay(played, checked?.text ?? state.text, beside ?? null)}
            onClose={() => {
              setOpen('answer');
              explaining.close();
            }}
          />
        </div>
      )}
      {words.watch !== null && (
        <div className={styles['panel']} {...panel('watch')}>
          {watched && passedText !== null && stage(passedText)}
        </div>
      )}
    </div>
  );
}

/** What explains a check stands beside the answer for as long as it is open. */
function tabsOf(
  { answerTab, watch }: WorkbenchWords,
  { passed, explained }: { readonly passed: boolean; readonly explained: boolean },
): readonly TabOf<Tab>[] {
  return [
    { name: 'answer', label: answerTab, icon: passed ? <PassIcon /> : null, locked: null },
    ...(explained ? [{ name: 'explained' as const, label: 'What happened', locked: null }] : []),
    ...(watch === null
      ? []
      : [{ name: 'watch' as const, label: watch.tab, locked: passed ? null : watch.locked }]),
  ];
}
