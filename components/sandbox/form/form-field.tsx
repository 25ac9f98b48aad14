'use client';
import { type ReactNode, useId, useState } from 'react';
import { CodeText } from '@/components/workbench/code-text';
import type { Json } from '@/lib/shared/json';
import { type Field, isChanged, listFrom, listWords, type Path } from './field';
import styles from './form.module.css';

export type SetKey = (path: Path, value: Json | undefined) => void;

export interface FormFieldProps {
  readonly field: Field;
  readonly value: Json | undefined;
  readonly onSet: SetKey;
}

/** One key: its name as the text has it, its value, and what it means. */
export function FormField({ field, value, onSet }: FormFieldProps) {
  const id = useId();
  const changed = isChanged(field, value);
  return (
    <div className={styles['field']} data-changed={changed}>
      <label htmlFor={id}>{field.key}</label>
      <Control {...{ field, value, onSet, id }} />
      <p id={`${id}-meaning`}>
        <CodeText>{field.meaning}</CodeText>
        {changed && (
          <button type="button" onClick={() => onSet(field.path, field.usual)}>
            Back to {listWords(field.usual) || String(field.usual)}
          </button>
        )}
      </p>
    </div>
  );
}

interface ControlProps extends FormFieldProps {
  readonly id: string;
}

function Control({ field, value, onSet, id }: ControlProps): ReactNode {
  const named = { id, 'aria-describedby': `${id}-meaning` };
  switch (field.as) {
    case 'choice':
      return (
        <select {...named} value={String(value)} onChange={({ target }) => onSet(field.path, target.value)}>
          {field.names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      );
    case 'flag':
      return (
        <input
          {...named}
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => onSet(field.path, target.checked)}
        />
      );
    case 'names':
      return <NamesControl {...{ field, value, onSet, id }} />;
    case 'section':
      return null;
    default:
      return <Typed key={id} {...{ field, value, onSet, id }} />;
  }
}

/** Several of a few names, each on or off; the last one stays. */
function NamesControl({ field, value, onSet, id }: ControlProps) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const names = field.as === 'names' ? field.names : [];
  return (
    <fieldset id={id} className={styles['names']} aria-describedby={`${id}-meaning`}>
      <legend className={styles['legend']}>{field.key}</legend>
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            disabled={chosen.length === 1 && chosen.includes(name)}
            onChange={({ target }) =>
              onSet(
                field.path,
                names.filter((one) => (one === name ? target.checked : chosen.includes(one))),
              )
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

/** What is typed stays as it is while it says nothing that can be used; the scenario keeps what it had. */
function Typed({ field, value, onSet, id }: ControlProps) {
  const given = Array.isArray(value) ? listWords(value) : String(value ?? '');
  const [typed, setTyped] = useState({ text: given, given });
  if (typed.given !== given && !same(field, typed.text, value)) setTyped({ text: given, given });
  const wrong = problemOf(field, typed.text);
  return (
    <>
      <input
        id={id}
        type="text"
        inputMode={field.as === 'number' ? 'decimal' : 'text'}
        aria-describedby={`${id}-meaning ${id}-wrong`}
        aria-invalid={wrong !== null}
        value={typed.text}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          setTyped({ text: target.value, given });
          const next = readTyped(field, target.value);
          if (next !== null) onSet(field.path, next === '' ? undefined : next);
        }}
      />
      <span id={`${id}-wrong`} className={styles['wrong']} role="status">
        {wrong}
      </span>
    </>
  );
}

const same = (field: Field, typed: string, value: Json | undefined): boolean =>
  JSON.stringify(readTyped(field, typed)) === JSON.stringify(value);

/** The value that was typed, null if it is none; empty for a key that is left out. */
function readTyped(field: Field, typed: string): Json | null {
  switch (field.as) {
    case 'number':
      if (isLeftOut(field, typed)) return '';
      return problemOf(field, typed) === null ? Number(typed) : null;
    case 'numbers':
    case 'words':
      return listFrom(typed, field.as);
    default:
      return problemOf(field, typed) === null ? typed : null;
  }
}

/** What is wrong with what was typed; null if nothing is. */
function problemOf(field: Field, typed: string): string | null {
  if (isLeftOut(field, typed)) return null;
  switch (field.as) {
    case 'numbers':
      return listFrom(typed, 'numbers') === null ? 'Numbers of events, such as 1, 3.' : null;
    case 'number':
      return isInRange(field, typed) ? null : rangeWords(field);
    case 'text':
      return new RegExp(field.pattern).test(typed) ? null : `It must be ${field.form}.`;
    default:
      return null;
  }
}

/** A key that has no usual value may be left out. */
const isLeftOut = ({ usual }: Field, typed: string): boolean => usual === undefined && typed.trim() === '';

type NumberField = Field & { readonly as: 'number' };

function isInRange({ least, most, whole }: NumberField, typed: string): boolean {
  const number = Number(typed);
  return typed.trim() !== '' && number >= least && number <= most && (!whole || Number.isInteger(number));
}

const rangeWords = ({ least, most, whole }: NumberField): string =>
  `${whole ? 'A whole number' : 'A number'} from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}.`;
