import { useMemo } from 'react';
import { Mark } from '@/components/marks/mark';
import { standingOf } from '@/components/stage/standing-world';
import { deedWords } from '@/components/stage/timeline/deed-words';
import { sensibleDeeds } from '@/components/stage/timeline/menu-deeds';
import type { Moment } from '@/lib/activities/scenario/placing';
import type { Deed } from '@/lib/sim/scenario/scenario';
import { stepsBy, type Trace, worldAfter } from '@/lib/sim/trace';
import styles from './scenario-surface.module.css';

interface DeedButtonsProps {
  readonly trace: Trace;
  readonly moment: Moment;
  /** Null: anything. */
  readonly may: readonly string[] | null;
  readonly onDeed: (deed: Deed) => void;
}

/** What can be done at the moment that is chosen. */
export function DeedButtons({ trace, moment, may, onDeed }: DeedButtonsProps) {
  const deeds = useMemo(() => {
    const world = worldAfter(trace, moment.step === null ? stepsBy(trace, moment.at) : moment.step + 1);
    return sensibleDeeds(trace.scenario, standingOf(world))
      .flatMap((group) => group.deeds)
      .filter((deed) => may === null || may.includes(deed.do));
  }, [trace, moment, may]);
  return (
    <fieldset className={styles['deeds']}>
      <legend>
        {moment.step === null ? 'Do something at this moment' : 'Do something right after this step'}
      </legend>
      {deeds.length === 0 && <p>Nothing can be done here.</p>}
      {deeds.map((deed) => {
        const { todo, meaning } = deedWords(deed, trace.scenario);
        return (
          <button key={todo} type="button" onClick={() => onDeed(deed)}>
            {meaning !== null && <Mark meaning={meaning} />}
            {todo}
          </button>
        );
      })}
    </fieldset>
  );
}
