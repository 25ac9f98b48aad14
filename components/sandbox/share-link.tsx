'use client';
import { useRef, useState } from 'react';
import { keyOf } from '@/components/stage/stage-keys';
import styles from './share-link.module.css';

interface ShareLinkProps {
  /** The address that reproduces what is on the stage. Rejects with words where there is none. */
  readonly onLink: () => Promise<string>;
}

type Shared = { readonly words: string; readonly address: string | null };

/** Copies the link; where the clipboard is out of reach, the link stands there to be copied by hand. */
export function ShareLink({ onLink }: ShareLinkProps) {
  const [shared, setShared] = useState<Shared | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const share = async () => {
    try {
      const address = await onLink();
      setShared({ words: await copied(address), address });
      field.current?.select();
    } catch (error) {
      setShared({ words: error instanceof Error ? error.message : String(error), address: null });
    }
  };
  return (
    <div className={styles['share']}>
      <button
        type="button"
        className={styles['button']}
        aria-keyshortcuts={keyOf('link').spoken}
        onClick={() => void share()}
      >
        Copy link
      </button>
      {shared !== null && (
        <div className={styles['made']}>
          <p role="status">{shared.words}</p>
          {shared.address !== null && (
            <input
              ref={field}
              type="text"
              readOnly
              aria-label="Link to this run"
              value={shared.address}
              onFocus={({ target }) => target.select()}
            />
          )}
          <button type="button" className={styles['close']} onClick={() => setShared(null)}>
            Close
          </button>
        </div>
      )}
    </div>
  );
}

const MADE = 'Whoever opens it sees the same run: scenario, seed and everything that was done.';

async function copied(address: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(address);
    return `Link copied. ${MADE}`;
  } catch {
    return `Copy this link. ${MADE}`;
  }
}
