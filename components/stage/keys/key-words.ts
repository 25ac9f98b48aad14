// What each key does, in words, for the dialog that lists them.
import { STAGE_KEYS, type StageAction } from '../stage-keys';
import type { ListedKey } from './key-groups';

type Said = Pick<ListedKey, 'words'> & {
  /** Under which name it is listed. */
  readonly group: 'Playing' | 'Doing' | 'Runs' | 'Sandbox' | 'Help';
};

const SAID: { readonly [Action in StageAction]: Said } = {
  play: { words: 'Play or pause', group: 'Playing' },
  back: { words: 'One step back', group: 'Playing' },
  forward: { words: 'One step forward', group: 'Playing' },
  start: { words: 'To the start of the run', group: 'Playing' },
  end: { words: 'To the end of the run', group: 'Playing' },
  timeline: { words: 'To the timeline', group: 'Playing' },
  slower: { words: 'Slower', group: 'Playing' },
  faster: { words: 'Faster', group: 'Playing' },
  order: { words: 'Place an order', group: 'Doing' },
  'roll-back': { words: 'Place an order and roll it back', group: 'Doing' },
  crash: { words: 'Crash whoever publishes', group: 'Doing' },
  broker: { words: 'Take the broker down, or bring it up', group: 'Doing' },
  dedup: { words: 'Switch dedup of the first consumer', group: 'Doing' },
  place: { words: 'Choose what happens at the playhead', group: 'Doing' },
  over: { words: 'Start over', group: 'Runs' },
  every: { words: 'Check every schedule, or stop that', group: 'Runs' },
  show: { words: 'Show a run, by the place of its track', group: 'Runs' },
  compare: { words: 'Compare with a run, or stop that', group: 'Runs' },
  copy: { words: 'Keep a copy of this run', group: 'Runs' },
  remove: { words: 'Remove this run', group: 'Runs' },
  charts: { words: 'Open or close the charts', group: 'Runs' },
  presets: { words: 'Choose a preset', group: 'Sandbox' },
  link: { words: 'Copy the link', group: 'Sandbox' },
  mend: { words: 'See it mended', group: 'Sandbox' },
  keys: { words: 'Show these keys', group: 'Help' },
};

/** As a dialog lists them; those of the sandbox only there. */
export const listedKeys = (inSandbox: boolean): readonly ListedKey[] =>
  STAGE_KEYS.map(({ action, shown }) => ({ key: shown, ...SAID[action] })).filter(
    ({ group }) => inSandbox || group !== 'Sandbox',
  );
