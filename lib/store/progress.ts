// Progress for the page: the pure value joined with the browser's storage and with the other tabs.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { RESERVED_CHECKS, type Verdict } from '@/lib/activities/verdict';
import { markRead, merge, nothingYet, open, type Progress, pass, reach } from '@/lib/progress/progress';
import { answered, questionKey } from '@/lib/progress/review';
import { deserialize, serialize } from '@/lib/progress/saved';
import { onItemChanged, readItem, storageHealth, writeItem } from './storage';

const KEY = 'alo.progress';
const DAMAGED_KEY = 'alo.progress.damaged';

interface ProgressState {
  readonly progress: Progress;
  /** False until the saved progress was read: the first drawing is the same for everyone. */
  readonly loaded: boolean;
}

export const progressStore = createStore<ProgressState>(() => ({ progress: nothingYet, loaded: false }));

export const useProgress = (): ProgressState => useStore(progressStore);

/** Reads what was saved and follows the other tabs. Call once, in the browser; returns what ends it. */
export function loadProgress(): () => void {
  progressStore.setState({ progress: merge(progressStore.getState().progress, readSaved()), loaded: true });
  return onItemChanged(KEY, (text) => {
    const saved = deserialize(text);
    if (saved.found !== 'progress') return;
    progressStore.setState((now) => ({ progress: merge(now.progress, saved.progress) }));
  });
}

export const openLesson = (lessonId: string): void => update((progress) => open(progress, lessonId));

export const markLessonRead = (lessonId: string): void => update((progress) => markRead(progress, lessonId));

export const passActivity = (lessonId: string, activityId: string): void =>
  update((progress) => pass(progress, lessonId, activityId));

/** What a check of a quiz found of its questions. What was not answered right is no news of a question that never was. */
export const answerQuestions = (lessonId: string, activityId: string, { checks }: Verdict): void =>
  update((progress) =>
    checks
      .filter(({ id }) => !RESERVED_CHECKS.includes(id))
      .reduce(
        (known, { id, passed }) => answered(known, questionKey(lessonId, activityId, id), passed, Date.now()),
        progress,
      ),
  );

/** A question that came back was answered. */
export const answerReview = (key: string, right: boolean): void =>
  update((progress) => answered(progress, key, right, Date.now()));

export const reachSection = (lessonId: string, section: string | null): void =>
  update((progress) => reach(progress, lessonId, section));

/** What is saved may be newer than this tab knows, so it is merged in before it is written over. */
function update(change: (progress: Progress) => Progress): void {
  const progress = change(merge(progressStore.getState().progress, readSaved()));
  progressStore.setState({ progress });
  if (deserialize(readItem(KEY)).found === 'newer') storageHealth.setState({ remembers: false });
  else writeItem(KEY, serialize(progress));
}

function readSaved(): Progress {
  const text = readItem(KEY);
  const saved = deserialize(text);
  // What cannot be read is put aside, never written over.
  if (saved.found === 'damaged') writeItem(DAMAGED_KEY, text);
  return saved.found === 'progress' ? saved.progress : nothingYet;
}
