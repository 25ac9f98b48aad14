'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { keyOf } from '@/components/stage/stage-keys';
import { StagePanel } from '@/components/stage/stage-panel';
import { openSandbox, type PresetMaterial, type SandboxStore } from '@/lib/store/sandbox';
import { PresetPicker } from './preset-picker';
import styles from './sandbox.module.css';
import { ScenarioBelow } from './scenario-below';
import { ShareLink } from './share-link';
import { useSandboxKeys } from './use-sandbox-keys';

interface SandboxProps {
  readonly presets: readonly PresetMaterial[];
  /** What stands there until the stage is set. */
  readonly children: ReactNode;
}

/** Any scenario, to watch, to meddle with and to pass on. */
export function Sandbox({ presets, children }: SandboxProps) {
  const store = useSandbox(presets);
  if (store === null) return children;
  return <Opened store={store} presets={presets} />;
}

/** One store for each link: to follow another link on the same page opens it. */
function useSandbox(presets: readonly PresetMaterial[]): SandboxStore | null {
  const [store, setStore] = useState<SandboxStore | null>(null);
  useEffect(() => {
    let current = openSandbox({ presets, hash: window.location.hash });
    setStore(current);
    const follow = () => {
      current.end();
      current = openSandbox({ presets, hash: window.location.hash });
      setStore(current);
    };
    window.addEventListener('hashchange', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
      current.end();
    };
  }, [presets]);
  return store;
}

interface OpenedProps {
  readonly store: SandboxStore;
  readonly presets: readonly PresetMaterial[];
}

function Opened({ store, presets }: OpenedProps) {
  useSandboxKeys();
  const name = useStore(store.state, ({ preset }) => preset);
  const preset = presets.find((one) => one.name === name);
  const link = async () => `${window.location.origin}${window.location.pathname}${await store.link()}`;
  return (
    <>
      <header className={styles['head']} data-keys>
        <div className={styles['story']}>
          <h1>{preset?.title ?? 'A scenario of your own'}</h1>
          {preset !== undefined && (
            <p>
              {preset.says} <em>{preset.watch}</em>
            </p>
          )}
        </div>
        <div className={styles['tools']}>
          <Mend store={store} preset={preset} presets={presets} />
          <PresetPicker presets={presets} chosen={name} onChoose={store.choose} />
          <ShareLink onLink={link} />
        </div>
      </header>
      <Notice store={store} />
      <div className={styles['stage']} data-keys>
        <StagePanel
          store={store.stage}
          schedules={store.schedules}
          onCheckEvery={store.checkEvery}
          unexplored={preset?.unexplored ?? undefined}
          inSandbox
        />
      </div>
      <ScenarioBelow store={store} />
    </>
  );
}

interface MendProps extends OpenedProps {
  readonly preset: PresetMaterial | undefined;
}

/** From what breaks to what mends it. */
function Mend({ store, preset, presets }: MendProps) {
  const mend = presets.find(({ name }) => name === preset?.mend);
  if (mend === undefined) return null;
  return (
    <button
      type="button"
      className={styles['mend']}
      aria-keyshortcuts={keyOf('mend').spoken}
      onClick={() => store.choose(mend)}
    >
      See it mended
    </button>
  );
}

/** A link that could not be opened, and what stood here before. */
function Notice({ store }: { readonly store: SandboxStore }) {
  const notice = useStore(store.state, (now) => now.notice);
  const earlier = useStore(store.state, (now) => now.earlier);
  if (notice === null && earlier === null) return null;
  return (
    <div className={styles['notice']} role="status">
      {notice !== null && <p>{notice}</p>}
      {earlier !== null && (
        <p>
          What you had here is kept.{' '}
          <button type="button" onClick={store.bringBack}>
            Bring it back
          </button>
        </p>
      )}
    </div>
  );
}
