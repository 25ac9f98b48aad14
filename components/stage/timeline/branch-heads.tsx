'use client';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { StageStore } from '@/lib/store/stage';
import type { Branch } from '@/lib/store/stage-branches';
import { keyOf } from '../stage-keys';
import styles from './branch-heads.module.css';

/** The name of each run beside its track, and what can be done with it. */
export function BranchHeads({ store }: { readonly store: StageStore }) {
  const branches = useStore(store.state, (now) => now.branches);
  const shown = useStore(store.state, (now) => now.shown);
  const compared = useStore(store.state, (now) => now.compared);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const { current } = list;
    // In a strip that scrolls, the one on the stage is in sight.
    const head = current?.children[branches.findIndex(({ id }) => id === shown)];
    if (current !== null && head instanceof HTMLElement)
      current.scrollLeft = head.offsetLeft - current.offsetLeft;
  }, [branches, shown]);
  return (
    <ul ref={list} className={styles['heads']} aria-label="Runs" data-left-to="runs">
      {branches.map((branch, index) => (
        <li key={branch.id} data-shown={branch.id === shown}>
          <Head
            store={store}
            branch={branch}
            place={index + 1}
            isShown={branch.id === shown}
            isCompared={branch.id === compared}
          />
        </li>
      ))}
    </ul>
  );
}

interface HeadProps {
  readonly store: StageStore;
  readonly branch: Branch;
  /** Of its track, from 1: its key. */
  readonly place: number;
  readonly isShown: boolean;
  readonly isCompared: boolean;
}

function Head({ store, branch: { id, title }, place, isShown, isCompared }: HeadProps) {
  return (
    <>
      <button
        type="button"
        className={styles['name']}
        aria-current={isShown ? 'true' : undefined}
        aria-keyshortcuts={`${place}`}
        data-refuge={isShown ? 'runs' : undefined}
        title={isShown ? undefined : `Show ${title} on the stage`}
        onClick={() => store.show(id)}
      >
        {!isShown && <span className={styles['heard']}>Show </span>}
        <span className={styles['title']}>{title}</span>
      </button>
      {isShown ? (
        <button
          type="button"
          aria-keyshortcuts={keyOf('copy').spoken}
          title={`Keep a copy of ${title}`}
          onClick={store.keepCopy}
        >
          Copy<span className={styles['heard']}> {title}</span>
        </button>
      ) : (
        <button
          type="button"
          aria-pressed={isCompared}
          aria-keyshortcuts={`Shift+${place}`}
          title={`Draw ${title} beside the stage`}
          onClick={() => store.compare(isCompared ? null : id)}
        >
          Compare<span className={styles['heard']}> {title}</span>
        </button>
      )}
      <button
        type="button"
        className={styles['remove']}
        aria-label={`Remove ${title}`}
        aria-keyshortcuts={isShown ? keyOf('remove').spoken : undefined}
        title={`Remove ${title}`}
        onClick={() => store.remove(id)}
      >
        ×
      </button>
    </>
  );
}
