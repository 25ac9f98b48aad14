'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { StageStore } from '@/lib/store/stage';
import styles from './to-sandbox.module.css';

/** Takes the run to the sandbox, where everything about it can be changed. */
export function ToSandbox({ store }: { readonly store: StageStore }) {
  const router = useRouter();
  const [failed, setFailed] = useState<string | null>(null);
  const go = async () => {
    try {
      const { linkOf } = await import('@/lib/store/sandbox-link');
      router.push(`/sandbox/${await linkOf(store, [])}`);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <button type="button" className={styles['go']} onClick={() => void go()}>
        Open in the sandbox
      </button>
      {failed !== null && (
        <p className={styles['failed']} role="status">
          {failed}
        </p>
      )}
    </>
  );
}
