'use client';
import { type ReactNode, useEffect, useState } from 'react';
import styles from './stage-place.module.css';

export interface Fetched {
  readonly panel: ReactNode;
  readonly end: () => void;
}

interface FetchedPlaceProps {
  /** Null where nothing plays. The same function as long as the same is wanted. */
  readonly fetch: () => Promise<Fetched | null>;
}

/** What is fetched when it is first looked at, and can be tried again where that failed. */
export function FetchedPlace({ fetch }: FetchedPlaceProps) {
  const [attempt, setAttempt] = useState(0);
  return <Attempt key={attempt} fetch={fetch} onAgain={() => setAttempt(attempt + 1)} />;
}

function Attempt({ fetch, onAgain }: FetchedPlaceProps & { readonly onAgain: () => void }) {
  const [panel, setPanel] = useState<ReactNode>('Setting the stage');
  useEffect(() => {
    let left = false;
    let end = () => {};
    const open = async () => {
      const fetched = await fetch();
      if (fetched === null) return setPanel('Nothing plays here.');
      if (left) return fetched.end();
      end = fetched.end;
      setPanel(fetched.panel);
    };
    open().catch(() => setPanel(null));
    return () => {
      left = true;
      end();
    };
  }, [fetch]);
  if (panel === null) {
    return (
      <p className={styles['words']}>
        The stage could not be loaded. See whether you are online, and try again.{' '}
        <button type="button" onClick={onAgain}>
          Try again
        </button>
      </p>
    );
  }
  return typeof panel === 'string' ? <p className={styles['words']}>{panel}</p> : panel;
}
