'use client';
import { useEffect, useRef, useState } from 'react';
import { type DiffTitles, DiffView } from '@/components/editor/diff-view';
import { FailIcon } from '@/components/icons/fail-icon';
import { PassIcon } from '@/components/icons/pass-icon';
import type { AnswerLanguage } from '@/lib/activities/kind';
import type { AnswerHistory, KeptText } from '@/lib/store/history';
import panelStyles from './answer-panel.module.css';
import styles from './history-view.module.css';
import { standingWords, whenWords } from './history-words';
import { useShortcut } from './use-shortcut';

interface HistoryViewProps {
  /** Newest last. */
  readonly history: AnswerHistory;
  readonly written: string;
  readonly language: AnswerLanguage;
  readonly onUse: (kept: KeptText) => void;
  readonly onClose: () => void;
}

const titles: DiffTitles = {
  all: 'This answer against what stands now',
  written: 'This answer',
  solution: 'What stands now',
};

/** What was checked and what was put aside, each against what stands now; any of it can be had back. */
export function HistoryView({ history, written, language, onUse, onClose }: HistoryViewProps) {
  const newestFirst = history.toReversed();
  const other = newestFirst.find(({ text }) => text !== written) ?? newestFirst[0];
  const [chosen, setChosen] = useState<KeptText | undefined>(other);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const within = (selector: string) => root.current?.querySelector<HTMLElement>(selector);
    (within('[aria-pressed=true]') ?? within('button'))?.focus();
  }, []);
  useShortcut(root, 'escape', onClose);
  const close = (
    <button type="button" className={panelStyles['button']} onClick={onClose}>
      {chosen === undefined ? 'Back to your answer' : 'Keep what stands'}
    </button>
  );
  if (chosen === undefined) {
    return (
      <div className={panelStyles['over']} ref={root}>
        <p className={styles['nothing']}>Nothing yet. Every answer that you check is kept here. {close}</p>
      </div>
    );
  }
  return (
    <div className={panelStyles['over']} ref={root}>
      <div className={styles['history']}>
        <ol className={styles['list']} aria-label="Earlier answers, newest first" reversed>
          {newestFirst.map((kept) => (
            <Kept
              key={`${kept.why} ${kept.at} ${kept.text}`}
              kept={kept}
              chosen={kept === chosen}
              onChoose={() => setChosen(kept)}
            />
          ))}
        </ol>
        <DiffView written={chosen.text} solution={written} language={language} titles={titles}>
          {chosen.text === written ? (
            <span>This is what stands there now.</span>
          ) : (
            <button type="button" className={panelStyles['button']} onClick={() => onUse(chosen)}>
              Use this answer
            </button>
          )}
          {close}
        </DiffView>
      </div>
    </div>
  );
}

interface KeptProps {
  readonly kept: KeptText;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Kept({ kept, chosen, onChoose }: KeptProps) {
  const isChecked = kept.why === 'checked';
  return (
    <li>
      <button type="button" aria-pressed={chosen} onClick={onChoose}>
        <span className={styles['icon']} aria-hidden="true">
          {!isChecked && '·'}
          {isChecked && (kept.passed ? <PassIcon /> : <FailIcon />)}
        </span>
        <span>{standingWords(kept)}</span>
        <time>{whenWords(kept.at, Date.now())}</time>
      </button>
    </li>
  );
}
