'use client';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { BesideProps } from '@/components/workbench/beside';
import { type Standing, standingsAfter } from '@/lib/sim/process/standing';
import { shownOf } from '@/lib/store/stage';
import styles from './code-beside.module.css';

/** The answer beside the order of things that breaks it: the line at which it stands after each step. */
export function CodeBeside({ store, text }: BesideProps) {
  const trace = useStore(store.state, (now) => shownOf(now).run.trace);
  const count = useStore(store.state, (now) => now.count);
  const standings = useMemo(() => standingsAfter(trace, count), [trace, count]);
  const list = useRef<HTMLOListElement>(null);
  const first = standings[0]?.line ?? null;
  useEffect(() => {
    const [box, row] = [list.current, first === null ? null : list.current?.children[first - 1]];
    if (box === null || !(row instanceof HTMLElement)) return;
    // Only the code is scrolled, never the page around it.
    box.scrollTop = Math.max(0, row.offsetTop - box.clientHeight / 2);
  }, [first]);
  return (
    <section className={styles['beside']} aria-label="Your code">
      <p aria-live="polite">{standings.length === 0 ? NOWHERE : standings.map(wordsOf).join(' ')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long code is scrolled with the keys. */}
      <ol ref={list} tabIndex={0} aria-label="Lines of your code">
        {linesOf(text).map(({ number, words }) => {
          const here = standings.find(({ line }) => line === number);
          return (
            <li key={number} data-how={here?.how} aria-current={here === undefined ? undefined : 'step'}>
              <span aria-hidden="true">{number}</span>
              <code>{words === '' ? ' ' : words}</code>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const NOWHERE = 'Your code is not running: nothing has called it yet, or its round is over.';

const linesOf = (text: string) =>
  text
    .replace(/\s+$/, '')
    .split(/\r\n?|\n/)
    .map((words, index) => ({ number: index + 1, words }));

const HOW: { readonly [How in Standing['how']]: string } = {
  waits: 'waits at',
  crashed: 'crashed at',
  ended: 'ended its round at',
};

const wordsOf = ({ role, who, line, how }: Standing): string =>
  `${role === 'relay' ? 'Relay' : 'Consumer'} ${who} ${HOW[how]} line ${line}.`;
