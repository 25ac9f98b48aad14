'use client';

import { type ReactNode, useMemo } from 'react';
import { Mark } from '@/components/marks/mark';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { run } from '@/lib/sim/trace';
import styles from './crash-demo.module.css';
import { type CrashScene, crashScene } from './crash-scene';
import { useLoop } from './use-loop';

/** A crash and its duplicate, small and slow. The words under it say the same; it can be paused. */
export function CrashDemo({ scenario }: { readonly scenario: Scenario }) {
  const trace = useMemo(() => run(scenario), [scenario]);
  const { time, playing, toggle } = useLoop(trace.end);
  const scene = crashScene(trace, time);
  return (
    <figure className={styles['demo']}>
      <ol className={styles['stations']} aria-hidden="true">
        <Station name="orders_outbox">{rowWords(scene)}</Station>
        <Station name="Relay">{relayWords(scene)}</Station>
        <Station name="Broker">{brokerWords(scene)}</Station>
        <Station name="Shipping">{shippingWords(scene)}</Station>
        {scene.messages.map(({ place, again }) => (
          <li
            key={again ? 'again' : 'first'}
            className={styles['message']}
            style={{ transform: `translateY(calc(${place} * var(--station)))` }}
          >
            <Mark meaning="flight" />
          </li>
        ))}
      </ol>
      <figcaption className={styles['telling']}>{scene.telling}</figcaption>
      <button type="button" className={styles['pause']} onClick={toggle}>
        {playing ? 'Pause' : 'Play'}
        <span className={styles['whole']}> the crash and its duplicate</span>
      </button>
    </figure>
  );
}

function Station({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li className={styles['station']}>
      <span className={styles['name']}>{name}</span>
      <span className={styles['state']}>{children}</span>
    </li>
  );
}

function rowWords({ row }: CrashScene): ReactNode {
  if (row === 'none') return null;
  const pending = row === 'pending';
  return (
    <>
      <Mark meaning={pending ? 'pending' : 'delivered'} />
      <code>{pending ? 'dispatched_at NULL' : 'dispatched_at 09:41'}</code>
    </>
  );
}

function relayWords({ relay }: CrashScene): ReactNode {
  if (relay !== 'crashed') return relay;
  return (
    <>
      <Mark meaning="crash" />
      <strong className={styles['crashed']}>crashed</strong>
    </>
  );
}

const brokerWords = ({ copies }: CrashScene): ReactNode => (
  <>
    {copies > 0 && (
      <>
        <Mark meaning="delivered" />
        OrderPlaced
      </>
    )}
    {copies > 1 && (
      <span className={styles['again']}>
        <Mark meaning="duplicate" />
        again
      </span>
    )}
  </>
);

const shippingWords = ({ parcels, skipped }: CrashScene): ReactNode => (
  <>
    {parcels > 0 && (
      <>
        <Mark meaning="delivered" />1 parcel
      </>
    )}
    {skipped > 0 && (
      <span className={styles['again']}>
        <Mark meaning="duplicate" />
        skipped
      </span>
    )}
  </>
);
