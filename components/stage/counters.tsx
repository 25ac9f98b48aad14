import { Mark } from '@/components/marks/mark';
import type { Meaning } from '@/lib/scene/meanings';
import type { Metrics } from '@/lib/sim/look/metrics';
import styles from './counters.module.css';

const COUNTERS: readonly {
  readonly of: 'pending' | 'inFlight' | 'delivered' | 'redelivered' | 'deadLetters' | 'lost';
  readonly words: string;
  readonly meaning: Meaning;
}[] = [
  { of: 'pending', words: 'rows pending', meaning: 'pending' },
  { of: 'inFlight', words: 'in flight', meaning: 'flight' },
  { of: 'delivered', words: 'events delivered', meaning: 'delivered' },
  { of: 'redelivered', words: 'redelivered', meaning: 'duplicate' },
  { of: 'deadLetters', words: 'dead letters', meaning: 'dead' },
  { of: 'lost', words: 'lost', meaning: 'lost' },
];

/** How things stand at the playhead; the marks' legend too. */
export const Counters = ({ metrics }: { readonly metrics: Omit<Metrics, 'heartbeats'> }) => (
  <dl className={styles['counters']}>
    {COUNTERS.map(({ of, words, meaning }) => (
      <div key={of}>
        <dt>
          <Mark meaning={meaning} />
          {words}
        </dt>
        <dd>{metrics[of]}</dd>
      </div>
    ))}
  </dl>
);
