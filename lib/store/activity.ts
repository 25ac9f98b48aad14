// One activity in the page: what the learner wrote, what it reads as, and what the check found. The database, the
// storage and the kind come from outside, so that tests can hand in their own.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Statement } from '@/lib/activities/evidence';
import type { Gather } from '@/lib/activities/judge';
import type { ActivityKind, Reading } from '@/lib/activities/kind';
import type { Verdict } from '@/lib/activities/verdict';
import type { Activity } from '@/lib/course/course';
import type { Json } from '@/lib/shared/json';
import { checkAnswer } from './activity-check';
import { writeAnswer } from './activity-text';
import { type AnswerKeep, type Replaced, unixLines } from './answer-keep';
import { onceUntilItFails } from './once';

/** What a page knows of an activity from the start. */
export type ActivityOutline = Pick<
  Activity,
  'id' | 'kind' | 'title' | 'start' | 'fade' | 'language' | 'asksDatabase'
> & {
  /** Where its material lies, as JSON. */
  readonly dataUrl: string;
};

/** What is fetched at the first sign of interest. */
export type ActivityMaterial = Pick<Activity, 'config' | 'answerSchema' | 'solutions' | 'scenario'>;

export interface Loaded {
  readonly kind: ActivityKind<Json>;
  readonly material: ActivityMaterial;
}

export interface ActivityTools {
  readonly load: () => Promise<Loaded>;
  /** Rejects with words for the learner where nothing can be found out. */
  readonly gather: Gather;
  /** Nobody waits for it any longer. */
  readonly stopGathering: () => void;
  /** Somebody is interested: the database may be made ready. */
  readonly interest: () => void;
  readonly keep: AnswerKeep;
  /** Calls back before the next frame is drawn. */
  readonly beforeFrame: (callback: () => void) => void;
  readonly onPassed: () => void;
}

export type CheckPhase =
  | { readonly at: 'idle' | 'reading' | 'checking' | 'checked' | 'stopped' }
  | { readonly at: 'failed'; readonly words: string };

export interface ActivityState {
  readonly text: string;
  readonly material: ActivityMaterial | null;
  /** Of `text`, without the database; null until the material has come. */
  readonly reading: Reading | null;
  readonly phase: CheckPhase;
  /** The last finished check and the text that it judged. */
  readonly checked: { readonly text: string; readonly verdict: Verdict } | null;
  /** Texts that something other than typing took away, newest last. */
  readonly replaced: readonly Replaced[];
  /** The last answer that passed: the table on the stage. */
  readonly passedText: string | null;
}

export interface ActivityStore {
  readonly state: StoreApi<ActivityState>;
  /** Reads what was kept and follows the other tabs; returns what ends it. */
  readonly restore: () => () => void;
  readonly interest: () => void;
  /** Fetches the material, for a kind that shows its question with it. */
  readonly prepare: () => void;
  readonly type: (text: string) => void;
  /** While the learner is in the editor, another tab's text does not replace this one's. */
  readonly setFocused: (focused: boolean) => void;
  readonly reset: () => void;
  readonly takeSolution: () => void;
  /** Brings back what the last replacement took away. */
  readonly bringBack: () => void;
  readonly check: () => Promise<void>;
  readonly stop: () => void;
  /** What makes the tables of the answer that passed; empty when none did. */
  readonly passedTables: () => Promise<readonly Statement[]>;
}

/** What the parts of one activity's store share. */
export interface ActivityParts {
  readonly start: string;
  readonly state: StoreApi<ActivityState>;
  readonly tools: ActivityTools;
  readonly load: () => Promise<Loaded>;
  /** Reads the text again before the next frame, if anything can. */
  readonly readSoon: () => void;
}

export function createActivity(outline: Pick<ActivityOutline, 'start'>, tools: ActivityTools): ActivityStore {
  const start = unixLines(outline.start);
  const state = createStore<ActivityState>(() => ({ ...nothingDone, text: start }));
  let loaded: Loaded | null = null;
  const read = () => {
    if (loaded === null) return;
    state.setState({ reading: loaded.kind.read(loaded.material.config, state.getState().text) });
  };
  const load = onceUntilItFails(async () => {
    loaded = await tools.load();
    state.setState({ material: loaded.material });
    read();
    return loaded;
  });
  const parts: ActivityParts = { start, state, tools, load, readSoon: oncePerFrame(tools.beforeFrame, read) };
  // Offline: the check, when it comes, says so.
  const prepare = () => void load().catch(() => undefined);
  return {
    state,
    interest: () => {
      tools.interest();
      prepare();
    },
    prepare,
    ...writeAnswer(parts),
    ...checkAnswer(parts),
  };
}

/** What to show now: the last check's verdict; once the text has moved on, what can be said without the database. */
export function verdictNow(
  state: ActivityState,
): { readonly verdict: Verdict; readonly stale: boolean } | null {
  const { checked, reading, text } = state;
  if (checked === null) return null;
  if (checked.text === text) return { verdict: checked.verdict, stale: false };
  return { verdict: reading?.verdict ?? checked.verdict, stale: true };
}

const nothingDone: ActivityState = {
  text: '',
  material: null,
  reading: null,
  phase: { at: 'idle' },
  checked: null,
  replaced: [],
  passedText: null,
};

function oncePerFrame(beforeFrame: ActivityTools['beforeFrame'], work: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    beforeFrame(() => {
      waiting = false;
      work();
    });
  };
}
