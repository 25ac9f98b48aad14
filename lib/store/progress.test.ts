import { beforeEach, describe, expect, it, vi } from 'vitest';

const KEY = 'alo.progress';

const bare = { subject: null, why: null, hints: [], place: null, database: null };

/** A browser's window with just its storage and its storage events. */
function fakeWindow(items: Map<string, string>, broken = false) {
  const listeners = new Set<(event: { key: string; newValue: string | null }) => void>();
  const guard = <T>(value: T): T => {
    if (broken) throw new DOMException('The operation is insecure.', 'SecurityError');
    return value;
  };
  return {
    localStorage: {
      getItem: (key: string) => guard(items.get(key) ?? null),
      setItem: (key: string, text: string) => guard(items.set(key, text)),
      removeItem: (key: string) => guard(items.delete(key)),
    },
    addEventListener: (_: string, listener: never) => listeners.add(listener),
    removeEventListener: (_: string, listener: never) => listeners.delete(listener),
    otherTabWrites(text: string) {
      items.set(KEY, text);
      for (const listener of listeners) listener({ key: KEY, newValue: text });
    },
  };
}

/** A freshly opened tab over the given storage. */
async function openTab(items: Map<string, string>, broken = false) {
  vi.resetModules();
  const tab = fakeWindow(items, broken);
  vi.stubGlobal('window', tab);
  const store = await import('./progress');
  const { storageHealth } = await import('./storage');
  return { ...store, tab, storageHealth, lessons: () => store.progressStore.getState().progress.lessons };
}

describe('progress', () => {
  const items = new Map<string, string>();
  beforeEach(() => items.clear());

  it('survives a closed tab', async () => {
    const first = await openTab(items);
    first.loadProgress();
    first.openLesson('a');
    first.passActivity('a', 'outbox-table');
    first.markLessonRead('a');
    const second = await openTab(items);
    second.loadProgress();
    expect(second.lessons()).toEqual({
      a: { read: true, passed: ['outbox-table'], section: null, visit: 1 },
    });
  });

  it('keeps when a question of a quiz was right, and asks for it again after a day', async () => {
    vi.useFakeTimers({ now: 1_000 });
    const { loadProgress, answerQuestions, answerReview, progressStore } = await openTab(items);
    loadProgress();
    const check = (id: string, passed: boolean) => ({ ...{ id, passed, message: '' }, ...bare });
    const checks = [check('shape', true), check('right', true), check('wrong', false)];
    answerQuestions('a', 'quiz', { passed: false, checks, notes: [] });
    const day = 24 * 60 * 60 * 1000;
    const once = { answeredAt: 1_000, right: true, passed: 0, dueAt: 1_000 + day };
    expect(progressStore.getState().progress.reviews).toEqual({ 'a/quiz/right': once });
    vi.setSystemTime(1_000 + day);
    answerReview('a/quiz/right', true);
    const twice = { answeredAt: 1_000 + day, right: true, passed: 1, dueAt: 1_000 + 4 * day };
    expect(JSON.parse(items.get(KEY) ?? '').reviews).toEqual({ 'a/quiz/right': twice });
    vi.useRealTimers();
  });

  it('takes over what another tab did', async () => {
    const { loadProgress, openLesson, tab, lessons } = await openTab(items);
    loadProgress();
    openLesson('a');
    tab.otherTabWrites(
      '{"version":1,"lessons":{"a":{"read":false,"passed":["outbox-table"],"section":null,"visit":1}}}',
    );
    expect(lessons()['a']?.passed).toEqual(['outbox-table']);
  });

  it('does not write over what another tab saved unheard', async () => {
    const { loadProgress, openLesson, markLessonRead, lessons } = await openTab(items);
    loadProgress();
    openLesson('a');
    items.set(KEY, '{"version":1,"lessons":{"b":{"read":true,"passed":["x"],"section":null,"visit":7}}}');
    markLessonRead('a');
    expect(Object.keys(lessons())).toEqual(['a', 'b']);
    expect(items.get(KEY)).toContain('"b"');
  });

  it('puts aside what it cannot read', async () => {
    items.set(KEY, 'half a fi');
    const { loadProgress, openLesson } = await openTab(items);
    loadProgress();
    openLesson('a');
    expect(items.get('alo.progress.damaged')).toBe('half a fi');
    expect(items.get(KEY)).toContain('"a"');
  });

  it('leaves a newer format alone, and says that it does not remember', async () => {
    const newer = '{"version":9,"lessons":{}}';
    items.set(KEY, newer);
    const { loadProgress, openLesson, storageHealth } = await openTab(items);
    loadProgress();
    openLesson('a');
    expect(items.get(KEY)).toBe(newer);
    expect(storageHealth.getState().remembers).toBe(false);
  });

  it('works without storage, and says that it does not remember', async () => {
    const { loadProgress, openLesson, lessons, storageHealth } = await openTab(items, true);
    loadProgress();
    openLesson('a');
    expect(Object.keys(lessons())).toEqual(['a']);
    expect(storageHealth.getState().remembers).toBe(false);
  });
});
