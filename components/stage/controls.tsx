'use client';
import { memo } from 'react';
import { useStore } from 'zustand';
import { isMoving, SPEEDS, type Speed, type StageStore } from '@/lib/store/stage';
import styles from './controls.module.css';
import { Key } from './key';
import { keyOf } from './stage-keys';
import { toldMoment, toldTime } from './told-time';
import { type StageView, useToldTime } from './use-stage';

interface ControlsProps {
  readonly store: StageStore;
  readonly view: StageView;
}

/** Playing, stepping and speed. */
export const Controls = memo(function Controls({ store, view }: ControlsProps) {
  const speed = useStore(store.state, (now) => now.speed);
  const { trace, count, ended, moving } = view;
  const empty = trace.length === 0;
  return (
    <div className={styles['controls']}>
      <button
        type="button"
        className={styles['play']}
        aria-keyshortcuts={keyOf('play').spoken}
        aria-disabled={empty}
        onClick={() => playOrPause(store)}
      >
        {playWords(moving, ended && !empty)}
        <Key>{keyOf('play').shown}</Key>
      </button>
      <button
        type="button"
        aria-keyshortcuts={keyOf('back').spoken}
        aria-disabled={count === 0}
        onClick={() => store.step(-1)}
      >
        Back
        <Key>{keyOf('back').shown}</Key>
      </button>
      <button
        type="button"
        aria-keyshortcuts={keyOf('forward').spoken}
        aria-disabled={ended}
        onClick={() => store.step(1)}
      >
        Step
        <Key>{keyOf('forward').shown}</Key>
      </button>
      <label className={styles['speed']}>
        <span>Speed</span>
        <select value={speed} onChange={({ target }) => store.setSpeed(speedOf(target.value))}>
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {SPEED_WORDS[one]}
            </option>
          ))}
        </select>
        <Key>{keyOf('slower').shown}</Key>
        <Key>{keyOf('faster').shown}</Key>
      </label>
      <p className={styles['time']}>
        <PlayedTime {...{ store, view }} />
        <span> of {toldMoment(trace.end, trace).replace(/^step /, '')}</span>
      </p>
    </div>
  );
});

function PlayedTime({ store, view }: ControlsProps) {
  return toldTime(useToldTime(store, view.step), view.trace);
}

function playWords(moving: boolean, again: boolean): string {
  if (moving) return 'Pause';
  return again ? 'Replay' : 'Play';
}

const SPEED_WORDS: Readonly<Record<Speed, string>> = {
  0.25: '¼×',
  0.5: '½×',
  1: '1×',
  2: '2×',
  4: '4×',
  8: '8×',
};

const speedOf = (value: string): Speed => SPEEDS.find((one) => String(one) === value) ?? 1;

function playOrPause(store: StageStore): void {
  if (isMoving(store.state.getState())) store.pause();
  else store.play();
}

function changeSpeed(store: StageStore, by: number): void {
  const place = SPEEDS.indexOf(store.state.getState().speed) + by;
  store.setSpeed(SPEEDS[Math.min(Math.max(0, place), SPEEDS.length - 1)] ?? 1);
}

/** What the keys of playing do. */
export const playActions = (store: StageStore) => ({
  play: () => playOrPause(store),
  back: () => store.step(-1),
  forward: () => store.step(1),
  start: () => store.seek(0),
  end: () => store.seek(Number.POSITIVE_INFINITY),
  slower: () => changeSpeed(store, -1),
  faster: () => changeSpeed(store, 1),
});
