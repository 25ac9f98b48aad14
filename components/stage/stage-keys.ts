// The keys of the stage, in one table: the buttons show them, the stage obeys them, and a dialog lists them.
import type { ListedKey } from './keys/key-groups';

/** What a key does. */
export type StageAction =
  | 'play'
  | 'back'
  | 'forward'
  | 'start'
  | 'end'
  | 'slower'
  | 'faster'
  | 'order'
  | 'roll-back'
  | 'crash'
  | 'broker'
  | 'dedup'
  | 'place'
  | 'over'
  | 'every'
  | 'show'
  | 'compare'
  | 'copy'
  | 'remove'
  | 'charts'
  | 'presets'
  | 'link'
  | 'mend'
  | 'keys';

export interface StageKey {
  readonly action: StageAction;
  /** As `useKeys` reads it. A character that needs Shift on one keyboard does not on another. */
  readonly keys: readonly [string, ...string[]];
  /** As it stands on a button and in the dialog: `Space`, `Shift ←`. */
  readonly shown: string;
  /** As `aria-keyshortcuts` has it. */
  readonly spoken: string;
  readonly words: string;
  /** Under which name it is listed. */
  readonly group: 'Playing' | 'Doing' | 'Runs' | 'Sandbox' | 'Help';
}

/** In the order in which a person reads of them. */
const STAGE_KEYS: readonly StageKey[] = [
  { action: 'play', keys: [' '], shown: 'Space', spoken: 'Space', words: 'Play or pause', group: 'Playing' },
  {
    action: 'back',
    keys: ['ArrowLeft'],
    shown: '←',
    spoken: 'ArrowLeft',
    words: 'One step back',
    group: 'Playing',
  },
  {
    action: 'forward',
    keys: ['ArrowRight'],
    shown: '→',
    spoken: 'ArrowRight',
    words: 'One step forward',
    group: 'Playing',
  },
  {
    action: 'start',
    keys: ['Shift+ArrowLeft'],
    shown: 'Shift ←',
    spoken: 'Shift+ArrowLeft',
    words: 'To the start of the run',
    group: 'Playing',
  },
  {
    action: 'end',
    keys: ['Shift+ArrowRight'],
    shown: 'Shift →',
    spoken: 'Shift+ArrowRight',
    words: 'To the end of the run',
    group: 'Playing',
  },
  { action: 'slower', keys: ['['], shown: '[', spoken: '[', words: 'Slower', group: 'Playing' },
  { action: 'faster', keys: [']'], shown: ']', spoken: ']', words: 'Faster', group: 'Playing' },
  { action: 'order', keys: ['o'], shown: 'O', spoken: 'O', words: 'Place an order', group: 'Doing' },
  {
    action: 'roll-back',
    keys: ['r'],
    shown: 'R',
    spoken: 'R',
    words: 'Place an order and roll it back',
    group: 'Doing',
  },
  { action: 'crash', keys: ['c'], shown: 'C', spoken: 'C', words: 'Crash whoever publishes', group: 'Doing' },
  {
    action: 'broker',
    keys: ['b'],
    shown: 'B',
    spoken: 'B',
    words: 'Take the broker down, or bring it up',
    group: 'Doing',
  },
  {
    action: 'dedup',
    keys: ['d'],
    shown: 'D',
    spoken: 'D',
    words: 'Switch dedup of the first consumer',
    group: 'Doing',
  },
  {
    action: 'place',
    keys: ['f'],
    shown: 'F',
    spoken: 'F',
    words: 'Choose what happens at the playhead',
    group: 'Doing',
  },
  { action: 'over', keys: ['z'], shown: 'Z', spoken: 'Z', words: 'Start over', group: 'Runs' },
  {
    action: 'every',
    keys: ['e'],
    shown: 'E',
    spoken: 'E',
    words: 'Check every schedule, or stop that',
    group: 'Runs',
  },
  {
    action: 'show',
    keys: ['1', '2', '3', '4', '5'],
    shown: '1–5',
    spoken: '1 2 3 4 5',
    words: 'Show a run, by the place of its track',
    group: 'Runs',
  },
  {
    action: 'compare',
    keys: ['Shift+1', 'Shift+2', 'Shift+3', 'Shift+4', 'Shift+5'],
    shown: 'Shift 1–5',
    spoken: 'Shift+1 Shift+2 Shift+3 Shift+4 Shift+5',
    words: 'Compare with a run, or stop that',
    group: 'Runs',
  },
  { action: 'copy', keys: ['k'], shown: 'K', spoken: 'K', words: 'Keep a copy of this run', group: 'Runs' },
  { action: 'remove', keys: ['x'], shown: 'X', spoken: 'X', words: 'Remove this run', group: 'Runs' },
  {
    action: 'charts',
    keys: ['g'],
    shown: 'G',
    spoken: 'G',
    words: 'Open or close the charts',
    group: 'Runs',
  },
  {
    action: 'presets',
    keys: ['p'],
    shown: 'P',
    spoken: 'P',
    words: 'Choose a preset',
    group: 'Sandbox',
  },
  { action: 'link', keys: ['l'], shown: 'L', spoken: 'L', words: 'Copy the link', group: 'Sandbox' },
  { action: 'mend', keys: ['m'], shown: 'M', spoken: 'M', words: 'See it mended', group: 'Sandbox' },
  {
    action: 'keys',
    keys: ['?', 'Shift+?'],
    shown: '?',
    spoken: '?',
    words: 'Show these keys',
    group: 'Help',
  },
];

/** As a dialog lists them; those of the sandbox only there. */
export const listedKeys = (inSandbox: boolean): readonly ListedKey[] =>
  STAGE_KEYS.filter(({ group }) => inSandbox || group !== 'Sandbox').map(({ shown, words, group }) => ({
    key: shown,
    words,
    group,
  }));

/** The key of an action. */
export const keyOf = (action: StageAction): StageKey =>
  STAGE_KEYS.find((one) => one.action === action) as StageKey;

/** What each key does, for those actions that can be done now. */
export const keysFor = (
  actions: { readonly [Action in StageAction]?: ((key: string) => void) | undefined },
): Readonly<Record<string, () => void>> =>
  Object.fromEntries(
    STAGE_KEYS.flatMap(({ action, keys }) => {
      const act = actions[action];
      return act === undefined ? [] : keys.map((key) => [key, () => act(key)]);
    }),
  );
