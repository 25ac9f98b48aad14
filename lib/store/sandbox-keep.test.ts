import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserSandbox as keep } from './sandbox-keep';

const browser = () => {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, item: string) => void items.set(key, item),
    removeItem: (key: string) => void items.delete(key),
  };
};

beforeEach(() => {
  vi.stubGlobal('window', { localStorage: browser() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the browser keeps', () => {
  it('nothing at first', () => {
    expect([keep.draft(), keep.earlier()]).toEqual([null, null]);
  });

  it('the draft and the one before it', () => {
    keep.saveDraft({ text: 'seed: 1', commands: [{ at: 1, do: 'place-order' }], preset: 'plain' });
    keep.saveEarlier({ text: 'seed: 2', commands: [] });
    expect(keep.draft()).toEqual({
      text: 'seed: 1',
      commands: [{ at: 1, do: 'place-order' }],
      preset: 'plain',
    });
    expect(keep.earlier()).toEqual({ text: 'seed: 2', commands: [] });
    keep.saveEarlier(null);
    expect(keep.earlier()).toBeNull();
  });

  it.each(['', '{', 'null', '7', '[]', '{"text":1}'])('no draft that is %j', (item) => {
    window.localStorage.setItem('alo.sandbox.draft', item);
    expect(keep.draft()).toBeNull();
  });
});
