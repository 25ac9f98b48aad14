'use client';
import { FailIcon } from '@/components/icons/fail-icon';
import type { DatabaseError } from '@/lib/activities/evidence';
import type { CheckResult } from '@/lib/activities/verdict';
import { CodeText } from './code-text';
import { ExplainButton } from './explain-button';
import type { ResultDeeds } from './result-rows';
import styles from './result-rows.module.css';
import { type Faults, keyOf, type PartWords } from './results';

interface FaultRowProps {
  readonly faults: Faults;
  readonly words: PartWords;
  readonly deeds: ResultDeeds;
}

/** What is wrong with one part: each sentence with its reason, its hints and its line. */
export function FaultRow({ faults, words, deeds }: FaultRowProps) {
  const { subject, checks } = faults;
  return (
    <li className={styles['fault']}>
      <FailIcon />
      {subject === null ? <span className={styles['whole']}>{words.whole}</span> : <code>{subject}</code>}
      <div className={styles['sentences']}>
        {checks.map((check) => (
          <Fault key={keyOf(check)} check={check} deeds={deeds} />
        ))}
      </div>
    </li>
  );
}

interface FaultProps {
  readonly check: CheckResult;
  readonly deeds: ResultDeeds;
}

function Fault({ check, deeds }: FaultProps) {
  const shown = deeds.hintsShown(check);
  const { message, why, hints, place, database } = check;
  return (
    <div className={styles['sentence']}>
      <div>
        <p>
          <CodeText>{message}</CodeText>{' '}
          {why !== null && (
            <span className={styles['why']}>
              <CodeText>{why}</CodeText>
            </span>
          )}
        </p>
        {database !== null && <DatabaseWords error={database} />}
        {shown > 0 && (
          <ol className={styles['hints']}>
            {hints.slice(0, shown).map((hint) => (
              <li key={hint}>
                <CodeText>{hint}</CodeText>
              </li>
            ))}
          </ol>
        )}
      </div>
      <div className={styles['aside']}>
        <ExplainButton check={check} onExplain={deeds.onExplain} />
        {hints.length > 0 && (
          <HintButton shown={shown} of={hints.length} onHint={() => deeds.onHint(check)} />
        )}
        {place !== null && (
          <button type="button" className={styles['line']} onClick={() => deeds.onPlace(place)}>
            line {place.line}
          </button>
        )}
      </div>
    </div>
  );
}

/** It stays when the last hint is out, or whoever pressed it would lose their place. */
function HintButton({
  shown,
  of,
  onHint,
}: {
  readonly shown: number;
  readonly of: number;
  readonly onHint: () => void;
}) {
  const words = shown === 0 ? 'Hint' : 'Another hint';
  const left = shown < of;
  return (
    <button
      type="button"
      className={styles['hint']}
      aria-disabled={!left}
      onClick={left ? onHint : undefined}
    >
      {left ? words : 'No more hints'}
    </button>
  );
}

function DatabaseWords({ error: { code, message, detail, hint } }: { readonly error: DatabaseError }) {
  return (
    <p className={styles['database']}>
      PostgreSQL{code === null ? '' : ` ${code}`}:{' '}
      {[message, detail, hint].filter((part) => part !== null).join(' ')}
    </p>
  );
}
