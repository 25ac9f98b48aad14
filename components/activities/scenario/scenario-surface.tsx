'use client';
import { useMemo, useState } from 'react';
import type { AnswerSurfaceProps } from '@/components/workbench/answer-surface';
import { CodeText } from '@/components/workbench/code-text';
import type { PartConfig } from '@/lib/activities/part/part-config';
import { type PartReading, readPart } from '@/lib/activities/part/read-part';
import { type Moment, momentsOf, placedIn, withDeed, withoutDoing } from '@/lib/activities/scenario/placing';
import { DeedButtons } from './deed-buttons';
import { PlacedRows } from './placed-rows';
import { RunStrip } from './run-strip';
import styles from './scenario-surface.module.css';
import { useRunOf } from './use-run-of';

/** The run that comes of what the learner does to it, and at each of its moments what can be done. */
export function ScenarioSurface({ text, onText, config, label }: AnswerSurfaceProps) {
  if (config === null) return <p className={styles['waiting']}>Fetching the run</p>;
  return <Adversary config={config as unknown as PartConfig} text={text} onText={onText} label={label} />;
}

interface AdversaryProps extends Pick<AnswerSurfaceProps, 'text' | 'onText' | 'label'> {
  readonly config: PartConfig;
}

function Adversary({ config, text, onText, label }: AdversaryProps) {
  const reading = useMemo(() => readPart(config, text), [config, text]);
  const part = reading.ok ? reading.part : null;
  const scenario = part === null ? null : (part.runs[config.loads[0]?.name ?? ''] ?? part.whole);
  const { trace, failed } = useRunOf(scenario, part?.commands ?? null);
  const moments = useMemo(() => (trace === null ? [] : momentsOf(trace)), [trace]);
  const [chosen, setChosen] = useState(0);
  const moment = momentAt(moments, chosen);
  if (part === null) return <Unreadable reading={reading} />;
  return (
    <section className={styles['surface']} aria-label={label}>
      <PlacedRows
        placed={placedIn(part.written)}
        scenario={part.whole}
        onRemove={(doing) => onText(withoutDoing(part.written, doing))}
      />
      {trace === null || moment === null ? (
        <p className={styles['waiting']}>{failed ?? 'Playing the run'}</p>
      ) : (
        <>
          <RunStrip trace={trace} moments={moments} moment={moment} onMoment={({ at }) => setChosen(at)} />
          <DeedButtons
            trace={trace}
            moment={moment}
            may={config.may}
            onDeed={(deed) => onText(withDeed(part.written, deed, moment, config.opens))}
          />
        </>
      )}
    </section>
  );
}

/** The moment at a time, or the first one after it: another run may have none at that time. */
const momentAt = (moments: readonly Moment[], time: number): Moment | null =>
  moments.find(({ at }) => at >= time) ?? moments.at(-1) ?? null;

/** Nothing can be drawn of a text that is no answer; what is wrong with it is said here already. */
function Unreadable({ reading }: { readonly reading: PartReading }) {
  const wrong = reading.checks.find(({ passed }) => !passed);
  return (
    <p className={styles['waiting']} role="status">
      This cannot be played: <CodeText>{wrong?.message ?? ''}</CodeText> Switch to the text to mend it, or
      reset it.
    </p>
  );
}
