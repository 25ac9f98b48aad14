'use client';
import { useState } from 'react';
import type { JsonSchema } from '@/lib/shared/json';
import { brokerSettings } from '@/lib/sim/brokers/settings';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { scenarioSchema } from '@/lib/sim/scenario/scenario-schema';
import { ConsumersForm } from './consumers-form';
import { FaultsForm } from './faults-form';
import { type Field, fieldsOf, isChanged, valueAt } from './field';
import styles from './form.module.css';
import { FormField, type SetKey } from './form-field';

interface ScenarioFormProps {
  readonly scenario: Scenario;
  /** Why nothing can be changed here now. */
  readonly locked: string | null;
  readonly onSet: SetKey;
}

const fields = fieldsOf(scenarioSchema, []);
const plain = fields.filter(({ as }) => as !== 'section' && as !== 'words');

/** Every key of the scenario, beside the text that says the same. */
export function ScenarioForm({ scenario, locked, onSet }: ScenarioFormProps) {
  return (
    <form
      className={styles['form']}
      aria-label="Scenario as a form"
      onSubmit={(event) => event.preventDefault()}
    >
      {locked !== null && (
        <p className={styles['locked']} role="status">
          {locked}
        </p>
      )}
      <fieldset className={styles['all']} disabled={locked !== null}>
        <legend className={styles['legend']}>Scenario</legend>
        <Section title="Run" fields={plain} {...{ scenario, onSet }} />
        <Section title="Workload" fields={section('workload')} {...{ scenario, onSet }} />
        <Section title="Relays" fields={section('relays')} {...{ scenario, onSet }} />
        <Section title="Broker" fields={brokerFields(scenario)} {...{ scenario, onSet }} />
        <ConsumersForm {...{ scenario, onSet }} />
        <FaultsForm {...{ scenario, onSet }} />
        <Section title="Budgets of the checker" fields={section('budgets')} {...{ scenario, onSet }} />
      </fieldset>
    </form>
  );
}

const section = (key: string): readonly Field[] => {
  const found = fields.find((field) => field.key === key);
  return found?.as === 'section' ? found.fields.flatMap(flattened) : [];
};

/** A section within a section stands with its keys: there is room for one level of headings. */
const flattened = (field: Field): readonly Field[] =>
  field.as === 'section'
    ? field.fields.map((inner) => ({ ...inner, key: `${field.key}.${inner.key}` }))
    : [field];

/** Which of the broker's keys concern the one that was chosen. */
function brokerFields({ broker }: Scenario): readonly Field[] {
  const own = brokerSettings[broker.kind] as { readonly [key: string]: JsonSchema };
  return section('broker').filter(({ key }) => key === 'kind' || key in own);
}

interface SectionProps {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly scenario: Scenario;
  readonly onSet: SetKey;
}

/** What a preset or an author has changed stands open; the rest is a click away. */
function Section({ title, fields, scenario, onSet }: SectionProps) {
  const changed = fields.filter((field) => isChanged(field, valueAt(scenario, field.path))).length;
  const [open] = useState(changed > 0);
  return (
    <details className={styles['section']} open={open}>
      <summary>
        {title}
        {changed > 0 && <span>{changed} changed</span>}
      </summary>
      <div className={styles['fields']}>
        {fields.map((field) => (
          <FormField
            key={field.path.join('.')}
            field={field}
            value={valueAt(scenario, field.path)}
            onSet={onSet}
          />
        ))}
      </div>
    </details>
  );
}
