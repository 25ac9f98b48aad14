'use client';
import { useState } from 'react';
import styles from './question-card.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly unit: string | null;
  readonly onValue: (value: number | undefined) => void;
}

/** A number. While it is being written it may be none yet, so what stands in the field is its own. */
export function NumberField({ label, value, unit, onValue }: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <label className={styles['field']}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={unit === null ? label : `${label} (${unit})`}
        value={draft ?? String(value ?? '')}
        onChange={({ currentTarget }) => {
          setDraft(currentTarget.value);
          onValue(numberIn(currentTarget.value));
        }}
        onBlur={() => setDraft(null)}
      />
      {unit !== null && <span>{unit}</span>}
    </label>
  );
}

const numberIn = (text: string): number | undefined =>
  /^\s*[+-]?\d+([.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : undefined;

interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string | undefined) => void;
}

/** A few words. */
export function WordsField({ label, value, onValue }: WordsFieldProps) {
  return (
    <label className={styles['field']}>
      <input
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={200}
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) =>
          onValue(currentTarget.value === '' ? undefined : currentTarget.value)
        }
      />
    </label>
  );
}
