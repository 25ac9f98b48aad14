// The keys of the stage, in one table: the buttons show them, the stage obeys them, and a dialog lists them.

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
  readonly group: 'Playing' | 'Doing' | 'Help';
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
  {
    action: 'keys',
    keys: ['?', 'Shift+?'],
    shown: '?',
    spoken: '?',
    words: 'Show these keys',
    group: 'Help',
  },
];

/** As a dialog lists them. */
export const LISTED_KEYS = STAGE_KEYS.map(({ shown, words, group }) => ({ key: shown, words, group }));

/** The key of an action. */
export const keyOf = (action: StageAction): StageKey =>
  STAGE_KEYS.find((one) => one.action === action) as StageKey;

/** What each key does, for those actions that can be done now. */
export const keysFor = (
  actions: { readonly [Action in StageAction]?: (() => void) | undefined },
): Readonly<Record<string, () => void>> =>
  Object.fromEntries(
    STAGE_KEYS.flatMap(({ action, keys }) => {
      const act = actions[action];
      return act === undefined ? [] : keys.map((key) => [key, act]);
    }),
  );
