'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AnswerLanguage } from '@/lib/activities/kind';
import { editorChoice } from '@/lib/store/editor-choice';
import styles from './diff-view.module.css';
import { numberedLines } from './text-edit';
import { useRoomForFull } from './use-room-for-full';

export interface DiffTitles {
  readonly all: string;
  readonly written: string;
  readonly solution: string;
}

export interface DiffTexts {
  readonly written: string;
  readonly solution: string;
  readonly language: AnswerLanguage;
}

interface DiffViewProps extends DiffTexts {
  /** What the two are called; left out: what was written, and the solution. */
  readonly titles?: DiffTitles;
  /** What one may do about it. */
  readonly children: ReactNode;
}

const SOLUTION: DiffTitles = {
  all: 'What you wrote against the solution',
  written: 'What you wrote',
  solution: 'The solution',
};

/** What was written against the solution: in the full editor where it serves, in two plain blocks elsewhere. */
export function DiffView({ written, solution, language, titles = SOLUTION, children }: DiffViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const [full, setFull] = useState(false);
  const room = useRoomForFull();
  const wantsFull = useStore(editorChoice).editor === 'full' && room;
  useEffect(() => {
    if (!wantsFull) return;
    let left = false;
    let end = () => {};
    const begin = async () => {
      const { showFullDiff } = await import('./full-diff');
      if (left || host.current === null) return;
      end = showFullDiff(host.current, { written, solution, language }, titles);
      setFull(true);
    };
    // The plain blocks say the same.
    begin().catch(() => undefined);
    return () => {
      left = true;
      setFull(false);
      end();
    };
  }, [wantsFull, written, solution, language, titles]);
  return (
    <section className={styles['diff']} aria-label={titles.all}>
      <div className={styles['actions']}>{children}</div>
      <div className={styles['texts']}>
        {!full && (
          <div className={styles['blocks']}>
            <Block title={titles.written} sign="−" text={written} other={solution} />
            <Block title={titles.solution} sign="+" text={solution} other={written} />
          </div>
        )}
        <div className={styles['full']} ref={host} />
      </div>
    </section>
  );
}

interface BlockProps {
  readonly title: string;
  readonly sign: '+' | '−';
  readonly text: string;
  readonly other: string;
}

function Block({ title, sign, text, other }: BlockProps) {
  const others = new Set(other.split('\n'));
  const differs = (line: string) => line.trim() !== '' && !others.has(line);
  return (
    <div className={styles['block']}>
      <h3>{title}</h3>
      <pre>
        {numberedLines(text).map(({ number, line }) => (
          <span key={number} data-sign={differs(line) ? sign : undefined}>
            {`${differs(line) ? sign : ' '} ${line}\n`}
          </span>
        ))}
      </pre>
    </div>
  );
}
