'use client';
import { type CSSProperties, type MouseEvent, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Mark } from '@/components/marks/mark';
import { useMedia } from '@/components/shell/use-media';
import { seconds } from '@/lib/sim/tell/clock';
import type { StageStore } from '@/lib/store/stage';
import { onDemand } from '../on-demand';
import styles from './faults-track.module.css';
import { type Anchor, type AskedMoment, anchorOf } from './menu-place';
import { BUTTON, type Cluster, clusters, momentAt, placedIn, toldOf } from './placed';

const PlacedMenu = onDemand(async () => (await import('./placed-menu')).PlacedMenu);

interface FaultsTrackProps {
  readonly store: StageStore;
  readonly span: number;
  readonly width: number;
  readonly onAsk: (moment: AskedMoment) => void;
}

/** What was done to the shown run, at its times. A click between is a moment to do something at. */
export function FaultsTrack({ store, span, width, onAsk }: FaultsTrackProps) {
  const trace = useStore(store.state, (now) => now.trace);
  const [open, setOpen] = useState<{ readonly cluster: Cluster; readonly anchor: Anchor } | null>(null);
  const placed = useMemo(() => placedIn(trace), [trace]);
  const button = useMedia('(max-width: 899px)', false) ? BUTTON.finger : BUTTON.pointer;
  // Nothing can be done to a schedule that the checker found.
  if (trace.path !== undefined) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out over its own field in every browser
    <div
      role="group"
      aria-label="What was done"
      className={styles['faults']}
      data-empty={placed.length === 0}
    >
      <EmptyPlace span={span} onAsk={onAsk} />
      {clusters(placed, span, width, button).map((cluster) => (
        <ClusterButton
          key={cluster.key}
          cluster={cluster}
          span={span}
          isOpen={open?.cluster.key === cluster.key}
          onOpen={(anchor) => setOpen({ cluster, anchor })}
        />
      ))}
      {open !== null && (
        <PlacedMenu
          anchor={open.anchor}
          cluster={open.cluster}
          trace={trace}
          actions={store}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

/** For the pointer alone: by keyboard there are the playhead and a key. */
function EmptyPlace({ span, onAsk }: Pick<FaultsTrackProps, 'span' | 'onAsk'>) {
  const words = useRef<HTMLSpanElement>(null);
  const momentOf = ({ currentTarget, clientX }: MouseEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return momentAt(clientX - left, width, span);
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className={styles['empty']}
      onMouseMove={(event) => {
        const { current } = words;
        if (current === null) return;
        const at = momentOf(event);
        current.style.setProperty('--at', String(at / span));
        current.textContent = `+ ${seconds(at)} s`;
      }}
      onClick={(event) => {
        const { top, bottom } = event.currentTarget.getBoundingClientRect();
        onAsk({ at: momentOf(event), anchor: { x: event.clientX, top, bottom } });
      }}
    >
      <span ref={words} className={styles['pointed']} />
    </button>
  );
}

interface ClusterButtonProps {
  readonly cluster: Cluster;
  readonly span: number;
  readonly isOpen: boolean;
  readonly onOpen: (anchor: Anchor) => void;
}

function ClusterButton({ cluster: { placed, at, words }, span, isOpen, onOpen }: ClusterButtonProps) {
  const meaning = placed.find((one) => one.meaning !== null)?.meaning ?? null;
  return (
    <button
      type="button"
      className={styles['placed']}
      data-meaning={meaning}
      data-given={placed.every(({ place }) => place === null)}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-label={placed.map(toldOf).join('; ')}
      title={placed.map(toldOf).join('\n')}
      style={{ '--at': at / span } as CSSProperties}
      onClick={({ currentTarget }) => onOpen(anchorOf(currentTarget))}
    >
      {meaning === null ? <span aria-hidden="true">+</span> : <Mark meaning={meaning} />}
      {words === null ? placed.length > 1 && placed.length : <span className={styles['words']}>{words}</span>}
    </button>
  );
}
