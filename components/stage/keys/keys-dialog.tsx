'use client';
import { memo, useEffect, useId, useRef } from 'react';
import { groupsOf } from './key-groups';
import { listedKeys } from './key-words';
import styles from './keys-dialog.module.css';

interface KeysDialogProps {
  /** The sandbox has keys of its own, which are listed with those of the stage. */
  readonly inSandbox: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every key and what it does. While it is open no other key acts; Escape closes it, and the focus goes back. */
export const KeysDialog = memo(function KeysDialog({ inSandbox, open, onClose }: KeysDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  useEffect(() => {
    // The stage listens around it, and would obey.
    const listener = new AbortController();
    dialog.current?.addEventListener('keydown', (event) => event.stopPropagation(), {
      signal: listener.signal,
    });
    return () => listener.abort();
  }, []);
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby={title} onClose={onClose}>
      <header>
        <h2 id={title}>Keys</h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      {groupsOf(listedKeys(inSandbox)).map(({ name, keys: listed }) => (
        <section key={name}>
          <h3>{name}</h3>
          <dl>
            {listed.map(({ key, words }) => (
              <div key={key}>
                <dt>
                  {key.split(' ').map((part) => (
                    <kbd key={part}>{part}</kbd>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  );
});
