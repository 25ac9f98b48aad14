'use client';
import { useStore } from 'zustand';
import { seconds } from '@/lib/sim/tell/clock';
import { isMoving, SPEEDS, type Speed, type StageStore } from '@/lib/store/stage';
import styles from './controls.module.css';
import { Key } from './key';
import { type Keys, type StageView, useDrawnTime } from './use-stage';

interface ControlsProps {
  readonly store: StageStore;
  readonly view: StageView;
}

/** Playing, stepping and speed. */
export function Controls({ store, view }: ControlsProps) {
  const speed = useStore(store.state, (now) => now.speed);
  const { trace, count, ended, moving } = view;
  const empty = trace.length === 0;
  return (
    <div className={styles['controls']}>
      <button
        type="button"
        className={styles['play']}
        aria-keyshortcuts="Space"
        aria-disabled={empty}
        onClick={() => playOrPause(store)}
      >
        {playWords(moving, ended && !empty)}
        <Key>Space</Key>
      </button>
      <button
        type="button"
        aria-keyshortcuts="ArrowLeft"
        aria-disabled={count === 0}
        onClick={() => store.step(-1)}
      >
        Back
        <Key>←</Key>
      </button>
      <button
        type="button"
        aria-keyshortcuts="ArrowRight"
        aria-disabled={ended}
        onClick={() => store.step(1)}
      >
        Step
        <Key>→</Key>
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
        <Key>[</Key>
        <Key>]</Key>
      </label>
      <p className={styles['time']}>
        <PlayedTime {...{ store, view }} />
        <span> of {seconds(trace.end)} s</span>
      </p>
    </div>
  );
}

function PlayedTime({ store, view }: ControlsProps) {
  return seconds(Math.floor(useDrawnTime(store, view.step)));
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

export const playKeys = (store: StageStore): Keys => ({
  ' ': () => playOrPause(store),
  ArrowLeft: () => store.step(-1),
  ArrowRight: () => store.step(1),
  'Shift+ArrowLeft': () => store.seek(0),
  'Shift+ArrowRight': () => store.seek(Number.POSITIVE_INFINITY),
  '[': () => changeSpeed(store, -1),
  ']': () => changeSpeed(store, 1),
});
