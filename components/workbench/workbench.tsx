'use client';
import { type ComponentType, type ReactNode, useCallback, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { PassIcon } from '@/components/icons/pass-icon';
import { type ActivityOutline, type ActivityStore, verdictNow } from '@/lib/store/activity';
import { AnswerPanel } from './answer-panel';
import type { AnswerSurfaceProps } from './answer-surface';
import { Heard } from './heard';
import { TabList } from './tab-list';
import { Tools } from './tools';
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
  /** What plays once the answer has passed; asked for when its tab opens first. */
  readonly stage: (passedText: string) => ReactNode;
}

type Tab = 'answer' | 'watch';

/** Where one activity is done: the answer and its check, and then what it set in motion. */
export function Workbench({ store, outline, words, surface, stage }: WorkbenchProps) {
  const prefix = useId();
  const root = useRef<HTMLDivElement>(null);
  const state = useStore(store.state);
  const { passedText } = state;
  const [open, setOpen] = useState<Tab>('answer');
  const [watched, setWatched] = useState(false);
  const [interested, setInterested] = useState(false);
  const [solutionOpen, setSolutionOpen] = useState(false);
  const [looked, setLooked] = useState(false);
  const [said, setSaid] = useState('');
  const hints = useHints();

  useInterest(
    root,
    useCallback(() => {
      store.interest();
      setInterested(true);
    }, [store]),
  );
  const askForHint = () => {
    setSolutionOpen(false);
    const verdict = verdictNow(state)?.verdict ?? state.reading?.verdict;
    // Nothing has been read yet: the check says how it stands, and the next asking unfolds a hint.
    if (verdict === undefined) return void store.check();
    setLooked(true);
    sayHint(hints.unfoldNext(verdict));
  };
  const sayHint = (hint: string | null) =>
    setSaid(hint === null ? 'No hint is left.' : `Hint: ${hint.replaceAll('`', '')}`);
  const closeSolution = () => {
    setSolutionOpen(false);
    // What closed it is gone; the focus goes back to what opened it.
    root.current?.querySelector<HTMLElement>('[data-solution]')?.focus();
  };
  useShortcut(root, 'h', () => {
    if (open === 'answer') askForHint();
  });
  const openTab = (tab: Tab) => {
    setOpen(tab);
    if (tab === 'watch') setWatched(true);
  };
  const watch = () => {
    openTab('watch');
    root.current?.querySelector<HTMLElement>('[role=tab]:last-of-type')?.focus();
  };
  const panel = (tab: Tab) => ({
    role: 'tabpanel',
    id: `${prefix}-panel-${tab}`,
    'aria-labelledby': `${prefix}-tab-${tab}`,
    hidden: open !== tab,
  });
  return (
    <div className={styles['workbench']} ref={root}>
      <Heard>{said}</Heard>
      <div className={styles['head']}>
        <TabList<Tab>
          label={outline.title}
          prefix={prefix}
          open={open}
          onOpen={openTab}
          tabs={[
            {
              name: 'answer',
              label: words.answerTab,
              icon: passedText === null ? null : <PassIcon />,
              locked: null,
            },
            ...(words.watch === null
              ? []
              : [
                  {
                    name: 'watch' as const,
                    label: words.watch.tab,
                    locked: passedText === null ? words.watch.locked : null,
                  },
                ]),
          ]}
        />
        {open === 'answer' && (
          <Tools
            solutionOpen={solutionOpen}
            onHint={askForHint}
            onSolution={() => setSolutionOpen(!solutionOpen)}
            onReset={() => {
              setSolutionOpen(false);
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
          solutionOpen={solutionOpen}
          onSolutionClosed={closeSolution}
          hintsShown={hints.shown}
          onHint={(check) => sayHint(hints.unfold(check))}
          looked={looked}
          onWatch={watch}
        />
      </div>
      {words.watch !== null && (
        <div className={styles['panel']} {...panel('watch')}>
          {watched && passedText !== null && stage(passedText)}
        </div>
      )}
    </div>
  );
}
