// simjs, a general event simulator, in Node.
import { createRequire } from 'node:module';
import type { Library } from 'simjs';

/** A copy of one's own. The library was bundled for a page and reaches out by `window` alone, so one is lent to it. */
export function loadSimjs(): Library {
  const require = createRequire(import.meta.url);
  const page: { Sim?: Library } = {};
  Object.defineProperty(globalThis, 'window', { value: page, configurable: true });
  // A module that has run before would leave nothing on this window.
  delete require.cache[require.resolve('simjs')];
  require('simjs');
  Reflect.deleteProperty(globalThis, 'window');
  if (page.Sim === undefined) throw new Error('simjs left nothing on the window that was lent to it.');
  return page.Sim;
}
