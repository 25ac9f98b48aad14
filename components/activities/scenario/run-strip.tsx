import { type CSSProperties, type KeyboardEvent, useId, useMemo } from 'react';
import { CodeText } from '@/components/workbench/code-text';
import type { Moment } from '@/lib/activities/scenario/placing';
import { seconds } from '@/lib/sim/tell/clock';
import { describeAt } from '@/lib/sim/tell/description';
import { nameOf } from '@/lib/sim/tell/words';
import { stepsOf, type Trace } from '@/lib/sim/trace';
import styles from './scenario-surface.module.css';

interface RunStripProps {
  readonly trace: Trace;
  readonly moments: readonly Moment[];
  readonly moment: Moment;
  readonly onMoment: (moment: Moment) => void;
}

/** A run from left to right, a lane for each who acts, and one moment of it that is chosen. */
export function RunStrip({ trace, moments, moment, onMoment }: RunStripProps) {
  const words = useId();
  const span = moments.at(-1)?.at ?? 1;
  const place = moments.indexOf(moment);
  const go = (to: number) => {
    const next = moments[Math.min(moments.length - 1, Math.max(0, to))];
    if (next !== undefined) onMoment(next);
  };
  const told = wordsOf(trace, moment);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STRIDES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(place + by);
  };
  return (
    <div className={styles['strip']}>
      <div className={styles['run']} style={{ '--at': moment.at / span } as CSSProperties}>
        <Lanes trace={trace} span={span} />
        <input
          type="range"
          aria-label="Moment of the run"
          aria-describedby={words}
          aria-valuetext={`${seconds(moment.at)} s. ${told.replaceAll('`', '')}`}
          min={0}
          max={span}
          step="any"
          value={moment.at}
          onChange={({ currentTarget }) => onMoment(nearest(moments, Number(currentTarget.value), span))}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles['moment']}>
        <button type="button" onClick={() => go(stepFrom(moments, place, -1))} aria-label="Step before">
          ◂
        </button>
        <button type="button" onClick={() => go(stepFrom(moments, place, 1))} aria-label="Next step">
          ▸
        </button>
        <p id={words}>
          <b>{seconds(moment.at)} s</b> <CodeText>{told}</CodeText>
        </p>
      </div>
    </div>
  );
}

const STRIDES: { readonly [key: string]: number } = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

function wordsOf(trace: Trace, { at, step }: Moment): string {
  if (step !== null) return describeAt(trace, step).words;
  return at === 0 ? 'Nothing has happened yet.' : 'Nothing happens at this very moment.';
}

/** The next moment that is a step, in a direction. */
function stepFrom(moments: readonly Moment[], from: number, by: 1 | -1): number {
  let place = from + by;
  while (moments[place] !== undefined && moments[place]?.step === null) place += by;
  return moments[place] === undefined ? from + by * moments.length : place;
}

/** The nearest step if one is so near that a pointer cannot mean anything else, or the nearest moment. */
function nearest(moments: readonly Moment[], time: number, span: number): Moment {
  const near = (among: readonly Moment[]): Moment | undefined =>
    among.reduce<Moment | undefined>(
      (best, one) => (best === undefined || Math.abs(one.at - time) < Math.abs(best.at - time) ? one : best),
      undefined,
    );
  const step = near(moments.filter((one) => one.step !== null));
  const isNear = step !== undefined && Math.abs(step.at - time) < span / 60;
  return (isNear ? step : near(moments)) as Moment;
}

/** Dots for steps: where each of them happened, and to whom. */
function Lanes({ trace, span }: { readonly trace: Trace; readonly span: number }) {
  const lanes = useMemo(() => lanesOf(trace), [trace]);
  return (
    <div className={styles['lanes']} aria-hidden="true">
      {lanes.map(({ actor, steps }) => (
        <div key={actor} className={styles['lane']}>
          <span>{nameOf(actor)}</span>
          <div>
            {steps.map(({ place, at, isCrash }) => (
              <i key={place} data-crash={isCrash} style={{ '--at': at / span } as CSSProperties} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

const MOST_DOTS = 600;

const lanesOf = (trace: Trace) =>
  trace.actors.map((actor) => ({
    actor,
    steps: stepsOf(trace)
      .slice(0, MOST_DOTS)
      .map(({ at, kind, actor: who }, place) => ({ at, place, who, isCrash: kind.endsWith('crashed') }))
      .filter(({ who }) => who === actor),
  }));
