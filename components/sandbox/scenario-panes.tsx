'use client';
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Editor, type EditorHandle } from '@/components/editor/editor';
import { CodeText } from '@/components/workbench/code-text';
import type { Problem } from '@/lib/shared/problem';
import { scenarioSchema } from '@/lib/sim/scenario/scenario-schema';
import type { SandboxStore } from '@/lib/store/sandbox';
import { ScenarioForm } from './form/scenario-form';
import styles from './scenario-panes.module.css';

/** The scenario twice: as a form, and as the text that the form writes. */
export function ScenarioPanes({ store }: { readonly store: SandboxStore }) {
  const { text, scenario, problems, reading, preset } = useStore(store.state);
  const [interested, setInterested] = useState(false);
  const [start] = useState(text);
  // Which sections stand open follows the preset, not the changes that are made to it.
  const [begun, setBegun] = useState(preset);
  if (preset !== null && preset !== begun) setBegun(preset);
  const editor = useRef<EditorHandle>(null);
  const marks = useMemo(() => problems.flatMap(markOf), [problems]);
  return (
    <section className={styles['scenario']} aria-label="Scenario">
      <section className={styles['form']} aria-label="Form">
        <h2>Scenario</h2>
        <ScenarioForm key={begun} scenario={scenario} locked={lockedBy(problems)} onSet={store.setKey} />
      </section>
      <section className={styles['text']} aria-label="YAML">
        <h2>
          The same as YAML <ReadingWords reading={reading} problems={problems} />
        </h2>
        <Editor
          ref={editor}
          label="Scenario as YAML"
          name="scenario"
          start={start}
          text={text}
          language="yaml"
          marks={marks}
          schema={scenarioSchema}
          wanted={interested}
          onText={store.setText}
          onCheck={store.checkEvery}
          onFocus={(focused) => focused && setInterested(true)}
        />
        <ol className={styles['problems']} aria-label="Problems">
          {problems.map(({ message, hint, place }) => (
            <li key={`${place?.line} ${place?.column} ${message}`}>
              <button
                type="button"
                disabled={place === null}
                onClick={() => place !== null && editor.current?.show(place)}
              >
                {place === null ? 'scenario' : `line ${place.line}`}
              </button>
              <span>
                <CodeText>{message}</CodeText> {hint !== null && <CodeText>{hint}</CodeText>}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </section>
  );
}

const markOf = ({ message, place }: Problem) =>
  place === null ? [] : [{ place, message, severity: 'error' as const }];

/** A text with problems is mended where they are: a form over it would show what it does not say. */
function lockedBy([first]: readonly Problem[]): string | null {
  if (first === undefined) return null;
  const where = first.place === null ? 'the text' : `line ${first.place.line} of the text`;
  return `Mend ${where} first: the form shows the last scenario that could be read.`;
}

interface ReadingWordsProps {
  readonly reading: ReturnType<SandboxStore['state']['getState']>['reading'];
  readonly problems: readonly Problem[];
}

function ReadingWords({ reading, problems }: ReadingWordsProps) {
  const words = () => {
    if (typeof reading === 'object') return reading.failed;
    if (problems.length === 0) return '';
    const counted = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    return `${counted}: the stage keeps the last run`;
  };
  return <span role="status">{words()}</span>;
}
