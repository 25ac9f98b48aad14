// The keys of the stage, in one table: the buttons show them, and the stage obeys them. What each does is said in
// `keys/key-words.ts`, which comes with the dialog that lists them.
/** What a key does. */
export type StageAction =
  | 'play'
  | 'back'
  | 'forward'
  | 'start'
  | 'end'
  | 'timeline'
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
}

/** In the order in which a person reads of them. */
export const STAGE_KEYS: readonly StageKey[] = [
  { action: 'play', keys: [' '], shown: 'Space', spoken: 'Space' },
  {
    action: 'back',
    keys: ['ArrowLeft'],
    shown: '←',
    spoken: 'ArrowLeft',
  },
  {
    action: 'forward',
    keys: ['ArrowRight'],
    shown: '→',
    spoken: 'ArrowRight',
  },
  {
    action: 'start',
    keys: ['Shift+ArrowLeft'],
    shown: 'Shift ←',
    spoken: 'Shift+ArrowLeft',
  },
  {
    action: 'end',
    keys: ['Shift+ArrowRight'],
    shown: 'Shift →',
    spoken: 'Shift+ArrowRight',
  },
  { action: 'timeline', keys: ['t'], shown: 'T', spoken: 'T' },
  { action: 'slower', keys: ['['], shown: '[', spoken: '[' },
  { action: 'faster', keys: [']'], shown: ']', spoken: ']' },
  { action: 'order', keys: ['o'], shown: 'O', spoken: 'O' },
  {
    action: 'roll-back',
    keys: ['r'],
    shown: 'R',
    spoken: 'R',
  },
  { action: 'crash', keys: ['c'], shown: 'C', spoken: 'C' },
  {
    action: 'broker',
    keys: ['b'],
    shown: 'B',
    spoken: 'B',
  },
  {
    action: 'dedup',
    keys: ['d'],
    shown: 'D',
    spoken: 'D',
  },
  {
    action: 'place',
    keys: ['f'],
    shown: 'F',
    spoken: 'F',
  },
  { action: 'over', keys: ['z'], shown: 'Z', spoken: 'Z' },
  {
    action: 'every',
    keys: ['e'],
    shown: 'E',
    spoken: 'E',
  },
  {
    action: 'show',
    keys: ['1', '2', '3', '4', '5'],
    shown: '1–5',
    spoken: '1 2 3 4 5',
  },
  {
    action: 'compare',
    keys: ['Shift+1', 'Shift+2', 'Shift+3', 'Shift+4', 'Shift+5'],
    shown: 'Shift 1–5',
    spoken: 'Shift+1 Shift+2 Shift+3 Shift+4 Shift+5',
  },
  { action: 'copy', keys: ['k'], shown: 'K', spoken: 'K' },
  { action: 'remove', keys: ['x'], shown: 'X', spoken: 'X' },
  {
    action: 'charts',
    keys: ['g'],
    shown: 'G',
    spoken: 'G',
  },
  {
    action: 'presets',
    keys: ['p'],
    shown: 'P',
    spoken: 'P',
  },
  { action: 'link', keys: ['l'], shown: 'L', spoken: 'L' },
  { action: 'mend', keys: ['m'], shown: 'M', spoken: 'M' },
  {
    action: 'keys',
    keys: ['?', 'Shift+?'],
    shown: '?',
    spoken: '?',
  },
];

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
