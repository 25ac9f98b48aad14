// Every sentence about the database itself. What a learner's statement brought forth is PostgreSQL's own to say.
import type { KillReason } from '@/lib/rpc/worker-process';
import { unreachable } from '@/lib/shared/unreachable';

export const METERED =
  'PostgreSQL has not been loaded, because your connection is metered or saving data. It takes about 4 MB.';

const NO_WEBASSEMBLY =
  'PostgreSQL cannot run here: this browser has no WebAssembly, or forbids it. Reading and writing work all the ' +
  'same; to check an answer, allow WebAssembly for this site or use another browser.';

const CONNECTION =
  'PostgreSQL could not be loaded: the connection failed. Your text is safe. Check that you are online, then try again.';

const MEMORY =
  'PostgreSQL could not start: this device had not enough memory left for it (about 180 MB). Your text is safe. ' +
  'Close some other tabs, then try again.';

/** Why there is no database, and what to do. */
export function whyFailed(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (typeof WebAssembly === 'undefined' || /content security policy/i.test(message)) return NO_WEBASSEMBLY;
  if (name === 'RangeError' || /memory|allocat/i.test(message)) return MEMORY;
  if (name === 'FileMissing') {
    return `PostgreSQL could not be loaded: ${message}. Your text is safe. The site may just have changed: reload the page.`;
  }
  if (name === 'TypeError' || name === 'NetworkError') return CONNECTION;
  return `PostgreSQL could not start: ${withStop(message)} Your text is safe. Try again, and if it stays so, reload the page.`;
}

/** What befell the statements that were running when the database went. */
export function whyStopped(reason: KillReason, limitMs: number): string {
  switch (reason) {
    case 'deadline':
      return `That ran for more than ${limitMs / 1000} seconds, so PostgreSQL was stopped`;
    case 'stopped':
      return 'The check was stopped, and PostgreSQL with it';
    case 'died':
      return 'PostgreSQL broke down in the middle of that';
    default:
      return unreachable(reason);
  }
}

/** What was found before the statements began. */
export const SPOILT = 'An earlier statement had changed PostgreSQL itself, so it was stopped';

export const beingReplaced = (why: string): string =>
  `${why}. A fresh one is starting; nothing of yours is lost.`;

export const replaced = (why: string, restored: boolean): string =>
  restored
    ? `${why} and a fresh one started. Your text and your table are as they were; nothing was lost.`
    : `${why} and a fresh one started, empty. Your text is as it was; check it again to make its table.`;

const withStop = (sentence: string): string => (/[.?]$/.test(sentence) ? sentence : `${sentence}.`);
