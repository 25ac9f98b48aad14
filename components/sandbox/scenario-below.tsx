'use client';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { onceInSight } from '@/components/shell/in-sight';
import type { SandboxStore } from '@/lib/store/sandbox';
import styles from './scenario-panes.module.css';

interface ScenarioBelowProps {
  readonly store: SandboxStore;
}

/** The scenario below the stage: it is fetched once somebody is there, or it is in sight, so that the stage is set first. */
export function ScenarioBelow({ store }: ScenarioBelowProps) {
  const place = useRef<HTMLDivElement>(null);
  const [sought, setSought] = useState(0);
  const [Panes, setPanes] = useState<ComponentType<ScenarioBelowProps> | 'failed' | null>(null);
  useEffect(() => onceSought(place.current, () => setSought(1)), []);
  useEffect(() => {
    if (sought === 0) return;
    import('./scenario-panes').then(
      ({ ScenarioPanes }) => setPanes(() => ScenarioPanes),
      () => setPanes('failed'),
    );
  }, [sought]);
  if (Panes !== null && Panes !== 'failed') return <Panes store={store} />;
  return (
    <div ref={place} className={styles['waiting']}>
      {Panes === null ? (
        <p>The scenario, as a form and as YAML</p>
      ) : (
        <p role="alert">
          The scenario could not be loaded. See whether you are online.{' '}
          <button type="button" onClick={() => setSought(sought + 1)}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'wheel', 'scroll'] as const;

/** Calls once somebody does anything on the page, or the element is in sight. Returns what ends the watch. */
function onceSought(element: Element | null, seek: () => void): () => void {
  const listener = new AbortController();
  const stop = onceInSight(element, () => found());
  const found = () => {
    listener.abort();
    stop();
    seek();
  };
  for (const sign of SIGNS) window.addEventListener(sign, found, { signal: listener.signal, passive: true });
  return () => {
    listener.abort();
    stop();
  };
}
