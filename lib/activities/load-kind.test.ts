import { expect, test } from 'vitest';
import { loadable, loadKind } from './load-kind';
import { kinds } from './registry';

test('a page can load every kind of the registry, and no other', async () => {
  expect([...loadable].sort()).toEqual([...kinds.keys()].sort());
  for (const name of loadable) expect((await loadKind(name)).name).toBe(name);
});
