import { Mark } from '@/components/marks/mark';
import { deedWords } from '@/components/stage/timeline/deed-words';
import { CodeText } from '@/components/workbench/code-text';
import type { PlacedDoing } from '@/lib/activities/scenario/placing';
import { inputsOf, waitingOf } from '@/lib/sim/deeds';
import type { Command, Deed, Scenario } from '@/lib/sim/scenario/scenario';
import { seconds } from '@/lib/sim/tell/clock';
import styles from './scenario-surface.module.css';

interface PlacedRowsProps {
  readonly placed: readonly PlacedDoing[];
  readonly scenario: Scenario;
  readonly onRemove: (doing: PlacedDoing) => void;
}

/** What the learner does, a row each. */
export function PlacedRows({ placed, scenario, onRemove }: PlacedRowsProps) {
  return (
    <div className={styles['placed']}>
      <h3>What you do to it</h3>
      {placed.length === 0 ? (
        <p>Nothing yet. Choose a moment of the run below, and then what happens there.</p>
      ) : (
        <ul>
          {placed.map((one) => {
            const { todo, meaning } = deedWords(deedOf(one, scenario), scenario);
            const when = whenOf(one);
            return (
              <li key={`${one.list} ${one.place}`}>
                <span className={styles['mark']}>{meaning !== null && <Mark meaning={meaning} />}</span>
                <span>
                  {todo} <CodeText>{when}</CodeText>
                </span>
                <button
                  type="button"
                  aria-label={`Take back: ${todo} ${when.replaceAll('`', '')}`}
                  onClick={() => onRemove(one)}
                >
                  Take back
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** The deed that a fault comes to, or begins with. */
function deedOf({ doing, list }: PlacedDoing, scenario: Scenario): Deed {
  if (list === 'commands') return doing as Command;
  const alone = { ...scenario, faults: scenario.faults.filter((fault) => isSame(fault, doing)) };
  return (inputsOf(alone, [])[0] ?? waitingOf(alone)[0]?.deed) as Deed;
}

const isSame = (fault: unknown, doing: PlacedDoing['doing']): boolean =>
  JSON.stringify(sorted(fault)) === JSON.stringify(sorted(doing));

/** As the reader leaves it: with its occurrence, its keys in one order. */
function sorted(fault: unknown): unknown {
  const { at, ...rest } = fault as { readonly at?: { readonly step?: string; readonly occurrence?: number } };
  const when = at?.step === undefined ? at : { step: at.step, occurrence: at.occurrence ?? 1 };
  return [Object.entries(rest).sort(), when];
}

/** "right after `committed` 2", "at 0.300 s", "from 0.300 s to 1.000 s". */
function whenOf({ doing }: PlacedDoing): string {
  if ('from' in doing) return `from ${seconds(doing.from)} s to ${seconds(doing.to)} s`;
  if (!('at' in doing)) return 'from the start';
  const { at } = doing;
  if (typeof at === 'number') return `at ${seconds(at)} s`;
  return 'ms' in at ? `at ${seconds(at.ms)} s` : `right after \`${at.step}\`, number ${at.occurrence ?? 1}`;
}
