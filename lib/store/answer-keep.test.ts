import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browserKeep } from './answer-keep';

const items = new Map<string, string>();

beforeEach(() => {
  items.clear();
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, text: string) => items.set(key, text),
      removeItem: (key: string) => items.delete(key),
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

it('gives back what was kept of an activity, and nothing of another', () => {
  const keep = browserKeep('lesson/one');
  const history = [{ why: 'checked', text: 'a', at: 1, passed: true, toMend: 0 }] as const;
  keep.saveDraft('mine');
  keep.saveVersion('v1');
  keep.saveHistory(history);
  keep.savePassed('a');
  expect(keep.read()).toEqual({ draft: 'mine', version: 'v1', history, passedText: 'a' });
  expect(browserKeep('lesson/two').read()).toEqual({
    draft: null,
    version: null,
    history: [],
    passedText: null,
  });
});

it('a draft that is nothing any more is taken out', () => {
  const keep = browserKeep('lesson/one');
  keep.saveDraft('mine');
  keep.saveDraft(null);
  expect([...items.keys()]).toEqual([]);
});

it('reads what an earlier version of the page kept, until there is a history of today’s form', () => {
  items.set('alo.draft.lesson/one', 'mine');
  items.set('alo.replaced.lesson/one', JSON.stringify([{ by: 'reset', before: 'early', after: 'start' }]));
  const keep = browserKeep('lesson/one');
  const { draft, version, history } = keep.read();
  expect({ draft, version, history }).toEqual({
    draft: 'mine',
    version: null,
    history: [{ why: 'reset', text: 'early', at: null }],
  });
  keep.saveHistory([]);
  expect(keep.read().history).toEqual([]);
});

it('storage that is blocked gives nothing and breaks nothing', () => {
  vi.stubGlobal('window', {
    get localStorage() {
      throw new Error('SecurityError');
    },
  });
  const keep = browserKeep('lesson/one');
  keep.saveDraft('mine');
  keep.saveHistory([]);
  expect(keep.read()).toEqual({ draft: null, version: null, history: [], passedText: null });
});
