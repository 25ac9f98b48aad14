import type { Metadata } from 'next';
import { Sandbox } from '@/components/sandbox/sandbox';
import styles from '@/components/sandbox/sandbox.module.css';
import { SiteHeader } from '@/components/shell/site-header';
import { presetsToShow } from '@/lib/content/read-presets';

export const metadata: Metadata = {
  title: 'Sandbox',
  description:
    'Any scenario of outbox, relays, brokers and consumers: watch it run, place faults, fork the past, and check every schedule.',
};

export default async function SandboxPage() {
  return (
    <>
      <SiteHeader inSandbox />
      <main id="main" className={styles['main']}>
        <Sandbox presets={await presetsToShow()}>
          <p className={styles['waiting']}>Setting the stage</p>
        </Sandbox>
      </main>
    </>
  );
}
