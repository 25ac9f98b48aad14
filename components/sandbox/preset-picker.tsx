'use client';
import { useId, useRef } from 'react';
import { keyOf } from '@/components/stage/stage-keys';
import type { PresetMaterial } from '@/lib/store/sandbox';
import styles from './preset-picker.module.css';

interface PresetPickerProps {
  readonly presets: readonly PresetMaterial[];
  readonly chosen: string | null;
  readonly onChoose: (preset: PresetMaterial) => void;
}

/** Everything there is to begin with, in its groups, each with what it shows. */
export function PresetPicker({ presets, chosen, onChoose }: PresetPickerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const groups = [...new Set(presets.map(({ group }) => group))];
  return (
    <>
      <button
        type="button"
        className={styles['open']}
        aria-keyshortcuts={keyOf('presets').spoken}
        onClick={() => dialog.current?.showModal()}
      >
        Presets
      </button>
      <dialog ref={dialog} className={styles['dialog']} aria-labelledby={heading}>
        <header>
          <h2 id={heading}>Begin with a preset</h2>
          <form method="dialog">
            <button type="submit" className={styles['close']}>
              Close
            </button>
          </form>
        </header>
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <ul>
              {presets
                .filter((preset) => preset.group === group)
                .map((preset) => (
                  <li key={preset.name}>
                    <button
                      type="button"
                      aria-current={preset.name === chosen}
                      onClick={() => {
                        dialog.current?.close();
                        onChoose(preset);
                      }}
                    >
                      <strong>{preset.title}</strong>
                      <span>{preset.says}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </dialog>
    </>
  );
}
