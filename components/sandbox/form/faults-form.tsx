'use client';
import { useId, useState } from 'react';
import type { Json, JsonSchema } from '@/lib/shared/json';
import type { Fault, Scenario } from '@/lib/sim/scenario/scenario';
import { scenarioSchema } from '@/lib/sim/scenario/scenario-schema';
import { FAULT_KINDS, type FaultKind, faultOf, keysOf } from './faults';
import { type Field, fieldsOf, type Path, valueAt } from './field';
import styles from './form.module.css';
import { FormField, type SetKey } from './form-field';

interface FaultsFormProps {
  readonly scenario: Scenario;
  readonly onSet: SetKey;
}

const { faults: schema } = scenarioSchema['properties'] as { readonly faults: JsonSchema };
const item = schema['items'] as JsonSchema;
const MOST = Number(schema['maxItems']);

/** What goes wrong by itself. */
export function FaultsForm({ scenario, onSet }: FaultsFormProps) {
  const { faults } = scenario;
  const [open] = useState(faults.length > 0);
  return (
    <details className={styles['section']} open={open}>
      <summary>Faults{faults.length > 0 && <span>{faults.length}</span>}</summary>
      {faults.map((fault, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fault has nothing but its place.
        <FaultItem key={index} fault={fault} index={index} onSet={onSet} scenario={scenario} />
      ))}
      {faults.length < MOST && (
        <button
          type="button"
          className={styles['add']}
          onClick={() => onSet(['faults', faults.length], faultOf('crash-relay'))}
        >
          Add a fault
        </button>
      )}
    </details>
  );
}

interface FaultItemProps extends FaultsFormProps {
  readonly fault: Fault;
  readonly index: number;
}

function FaultItem({ fault, index, scenario, onSet }: FaultItemProps) {
  const id = useId();
  const path: Path = ['faults', index];
  const fields = fieldsOf(item, path).filter(({ key }) => keysOf(fault.do).includes(key));
  return (
    <fieldset className={styles['item']}>
      <legend>Fault {index + 1}</legend>
      <div className={styles['fields']}>
        <div className={styles['field']}>
          <label htmlFor={id}>do</label>
          <select
            id={id}
            value={fault.do}
            onChange={({ target }) =>
              onSet(
                path,
                faultOf(target.value as FaultKind, fault as unknown as { readonly [key: string]: Json }),
              )
            }
          >
            {FAULT_KINDS.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
          <p>What goes wrong.</p>
        </div>
        {fields.map((field) =>
          field.as === 'section' ? (
            <MomentFields key={field.key} field={field} scenario={scenario} onSet={onSet} />
          ) : (
            <FormField key={field.key} field={field} value={valueAt(scenario, field.path)} onSet={onSet} />
          ),
        )}
      </div>
      <button type="button" onClick={() => onSet(path, undefined)}>
        Remove fault {index + 1}
      </button>
    </fieldset>
  );
}

interface MomentFieldsProps extends FaultsFormProps {
  readonly field: Field & { readonly as: 'section' };
}

/** Right after the n-th step of a kind, or at a time. */
function MomentFields({ field, scenario, onSet }: MomentFieldsProps) {
  const id = useId();
  const timed = valueAt(scenario, [...field.path, 'ms']) !== undefined;
  const shown = field.fields.filter(({ key }) => (key === 'ms') === timed);
  return (
    <>
      <div className={styles['field']}>
        <label htmlFor={id}>when</label>
        <select
          id={id}
          value={timed ? 'time' : 'step'}
          onChange={({ target }) =>
            onSet(field.path, target.value === 'time' ? { ms: 1000 } : { step: 'published', occurrence: 1 })
          }
        >
          <option value="step">right after a step</option>
          <option value="time">at a time</option>
        </select>
        <p>{field.meaning}</p>
      </div>
      {shown.map((inner) => (
        <FormField key={inner.key} field={inner} value={valueAt(scenario, inner.path)} onSet={onSet} />
      ))}
    </>
  );
}
