'use client';
import { memo, type RefObject } from 'react';
import { Mark } from '@/components/marks/mark';
import type { StageStore } from '@/lib/store/stage';
import styles from './actions.module.css';
import { type Doing, doingsOf, type Switching, switchesOf } from './deeds';
import { Key } from './key';
import { keyOf } from './stage-keys';
import { toldTime } from './told-time';
import { type StageView, useToldTime } from './use-stage';

interface ActionsProps {
  readonly store: StageStore;
  readonly view: StageView;
  /** The button that asks for everything that can be done. */
  readonly askButton: RefObject<HTMLButtonElement | null>;
  readonly onAsk: () => void;
  readonly onKeys: () => void;
}

/** What can be done at the playhead. */
export const Actions = memo(function Actions(props: ActionsProps) {
  const { store, view, askButton, onAsk, onKeys } = props;
  const { trace, world } = view;
  return (
    <fieldset className={styles['actions']}>
      <legend className={styles['legend']}>Do something at this moment</legend>
      {doingsOf(trace.scenario, world).map((doing) => (
        <DeedButton key={doing.action} doing={doing} onDeed={() => store.act(doing.deed)} />
      ))}
      <button
        ref={askButton}
        type="button"
        aria-haspopup="menu"
        aria-keyshortcuts={keyOf('place').spoken}
        onClick={onAsk}
      >
        <span>
          Do something at <PlayedTime store={store} view={view} /> s
        </span>
        <Key>{keyOf('place').shown}</Key>
      </button>
      <span className={styles['rest']}>
        <button
          type="button"
          className={styles['keys']}
          aria-haspopup="dialog"
          aria-keyshortcuts={keyOf('keys').spoken}
          onClick={onKeys}
        >
          Keys
          <Key>{keyOf('keys').shown}</Key>
        </button>
        {switchesOf(world).map((switching) => (
          <Switch key={switching.words} switching={switching} onSwitch={() => store.act(switching.deed)} />
        ))}
      </span>
    </fieldset>
  );
});

function PlayedTime({ store, view }: Pick<ActionsProps, 'store' | 'view'>) {
  return toldTime(useToldTime(store, view.step), view.trace);
}

interface DeedButtonProps {
  readonly doing: Doing;
  readonly onDeed: () => void;
}

function DeedButton({ doing: { words, action, meaning, not }, onDeed }: DeedButtonProps) {
  const { shown, spoken } = keyOf(action);
  return (
    <button
      type="button"
      data-meaning={meaning}
      aria-disabled={not !== null}
      aria-keyshortcuts={spoken}
      title={not ?? undefined}
      onClick={() => not === null && onDeed()}
    >
      {meaning !== null && <Mark meaning={meaning} />}
      {words}
      <Key>{shown}</Key>
    </button>
  );
}

interface SwitchProps {
  readonly switching: Switching;
  readonly onSwitch: () => void;
}

function Switch({ switching: { words, action, on }, onSwitch }: SwitchProps) {
  const key = action === null ? null : keyOf(action);
  return (
    <button type="button" role="switch" aria-checked={on} aria-keyshortcuts={key?.spoken} onClick={onSwitch}>
      <span className={styles['track']} aria-hidden="true" />
      <span>
        {words} <span aria-hidden="true">{on ? 'on' : 'off'}</span>
      </span>
      {key !== null && <Key>{key.shown}</Key>}
    </button>
  );
}
