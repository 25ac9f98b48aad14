// One activity in the page: what the learner wrote, what it reads as, and what the check found. The database, the
// storage and the kind come from outside, so that tests can hand in their own.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Question, Statement } from '@/lib/activities/evidence';
import type { Fade } from '@/lib/activities/fade';
import type { Gather } from '@/lib/activities/judge';
import type { ActivityKind, Reading } from '@/lib/activities/kind';
import type { Verdict } from '@/lib/activities/verdict';
import type { Activity } from '@/lib/course/course';
import type { Json } from '@/lib/shared/json';
import { checkAnswer } from './activity-check';
import { writeAnswer } from './activity-text';
import { type AnswerKeep, unixLines } from './answer-keep';
import type { AnswerHistory, AsideBy, KeptText } from './history';
import { onceUntilItFails } from './once';

/** What a page knows of an activity from the start. */
export type ActivityOutline = Pick<
  Activity,
  'id' | 'kind' | 'title' | 'start' | 'fade' | 'fades' | 'version' | 'language' | 'asksDatabase'
> & {
  /** Where its material lies, as JSON. */
  readonly dataUrl: string;
};

/** What is fetched at the first sign of interest. */
export type ActivityMaterial = Pick<
  Activity,
  'config' | 'answerSchema' | 'declarations' | 'solutions' | 'scenario'
>;

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
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onPassed: () => void;
  /** Every check that came to its end, passed or not. */
  readonly onChecked?: (verdict: Verdict) => void;
}

export type CheckPhase =
  | { readonly at: 'idle' | 'reading' | 'checked' | 'stopped' }
  /** What is being found out now. */
  | { readonly at: 'checking'; readonly asks: Question['ask'] }
  | { readonly at: 'failed'; readonly words: string };

export interface ActivityState {
  readonly text: string;
  readonly material: ActivityMaterial | null;
  /** Of `text`, without the database; null until the material has come. */
  readonly reading: Reading | null;
  readonly phase: CheckPhase;
  /** The last finished check and the text that it judged. */
  readonly checked: { readonly text: string; readonly verdict: Verdict } | null;
  /** What was checked, and what something other than typing took away, newest last. */
  readonly history: AnswerHistory;
  /** What was taken away last, to be brought back at once; null once it was. */
  readonly aside: { readonly by: AsideBy; readonly text: string } | null;
  /** The activity is another than when this text was begun. */
  readonly changed: boolean;
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
  /** Begins anew, with what the activity starts with now. */
  readonly reset: () => void;
  readonly takeSolution: () => void;
  /** Another way into the exercise, with more help or less. */
  readonly help: (fade: Fade) => Promise<void>;
  /** Brings back what the last replacement took away. */
  readonly bringBack: () => void;
  /** Puts a text of the history in place of what stands there. */
  readonly lookBackTo: (kept: KeptText) => void;
  /** The activity has changed, and the text is to stay all the same. */
  readonly keepText: () => void;
  readonly check: () => Promise<void>;
  readonly stop: () => void;
  /** What makes the tables of the answer that passed; empty when none did. */
  readonly passedTables: () => Promise<readonly Statement[]>;
  /** The run that the answer that passed stands for; null when none did, or where the activity's own scenario plays. */
  readonly passedRun: () => Promise<Reading['plays'] | null>;
}

/** What the parts of one activity's store share. */
export interface ActivityParts {
  readonly outline: OwnOutline;
  readonly state: StoreApi<ActivityState>;
  readonly tools: ActivityTools;
  readonly load: () => Promise<Loaded>;
  /** Reads the text again before the next frame, if anything can. */
  readonly readSoon: () => void;
}

type OwnOutline = Pick<ActivityOutline, 'title' | 'start' | 'fade' | 'language' | 'version'>;

export function createActivity(given: OwnOutline, tools: ActivityTools): ActivityStore {
  const outline = { ...given, start: unixLines(given.start) };
  const state = createStore<ActivityState>(() => ({ ...nothingDone, text: outline.start }));
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
  const readSoon = oncePerFrame(tools.beforeFrame, read);
  const parts: ActivityParts = { outline, state, tools, load, readSoon };
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
  history: [],
  aside: null,
  changed: false,
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
