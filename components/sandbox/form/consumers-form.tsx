'use client';
import { useState } from 'react';
import type { JsonSchema } from '@/lib/shared/json';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { complete } from '@/lib/sim/scenario/scenario-defaults';
import { scenarioSchema } from '@/lib/sim/scenario/scenario-schema';
import { fieldsOf, valueAt } from './field';
import styles from './form.module.css';
import { FormField, type SetKey } from './form-field';

interface ConsumersFormProps {
  readonly scenario: Scenario;
  readonly onSet: SetKey;
}

const { consumers: schema } = scenarioSchema['properties'] as { readonly consumers: JsonSchema };
const item = schema['items'] as JsonSchema;
const MOST = Number(schema['maxItems']);
const USUAL = complete({ seed: 1 }).consumers;

/** The groups that listen: one at least. */
export function ConsumersForm({ scenario, onSet }: ConsumersFormProps) {
  const { consumers } = scenario;
  const [open] = useState(JSON.stringify(consumers) !== JSON.stringify(USUAL));
  return (
    <details className={styles['section']} open={open}>
      <summary>
        Consumers<span>{consumers.length === 1 ? '1 group' : `${consumers.length} groups`}</span>
      </summary>
      {consumers.map(({ name }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its name is what somebody may be typing.
        <fieldset key={index} className={styles['item']}>
          <legend>{name}</legend>
          <div className={styles['fields']}>
            {fieldsOf(item, ['consumers', index]).map((field) => (
              <FormField key={field.key} field={field} value={valueAt(scenario, field.path)} onSet={onSet} />
            ))}
          </div>
          {consumers.length > 1 && (
            <button type="button" onClick={() => onSet(['consumers', index], undefined)}>
              Remove {name}
            </button>
          )}
        </fieldset>
      ))}
      {consumers.length < MOST && (
        <button
          type="button"
          className={styles['add']}
          onClick={() => onSet(['consumers', consumers.length], { name: newName(scenario) })}
        >
          Add a consumer
        </button>
      )}
    </details>
  );
}

const NAMES = ['billing', 'mail', 'search', 'stock', 'reports', 'fraud', 'loyalty', 'audit'];

const newName = ({ consumers }: Scenario): string =>
  NAMES.find((name) => consumers.every((consumer) => consumer.name !== name)) ??
  `group-${consumers.length + 1}`;
