import { Mark } from '@/components/marks/mark';
import type { StageStore } from '@/lib/store/stage';
import styles from './actions.module.css';
import { doingsOf, switchesOf } from './deeds';
import { Key } from './key';
import type { StageView } from './use-stage';

interface ActionsProps {
  readonly store: StageStore;
  readonly view: StageView;
}

/** What can be done at the playhead. */
export function Actions({ store, view }: ActionsProps) {
  return (
    <fieldset className={styles['actions']}>
      <legend className={styles['legend']}>Do something at this moment</legend>
      {doingsOf(view).map(({ words, key, deed, meaning, not }) => (
        <button
          key={key}
          type="button"
          data-meaning={meaning}
          aria-disabled={not !== null}
          aria-keyshortcuts={key}
          title={not ?? undefined}
          onClick={() => not === null && store.act(deed)}
        >
          {meaning !== null && <Mark meaning={meaning} />}
          {words}
          <Key>{key}</Key>
        </button>
      ))}
      {switchesOf(view).map(({ words, key, on, deed }) => (
        <button
          key={words}
          type="button"
          role="switch"
          aria-checked={on}
          aria-keyshortcuts={key ?? undefined}
          onClick={() => store.act(deed)}
        >
          <span className={styles['track']} aria-hidden="true" />
          <span>
            {words} <span aria-hidden="true">{on ? 'on' : 'off'}</span>
          </span>
          {key !== null && <Key>{key}</Key>}
        </button>
      ))}
    </fieldset>
  );
}
