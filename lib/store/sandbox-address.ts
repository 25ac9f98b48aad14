// The page's address, which says what stands in the sandbox, or nothing.
import { presetHash } from '@/lib/link/hash';
import { type Draft, isDone } from './sandbox-keep';

/** The hash of what stands there: what it was opened by as long as it is the same, a preset's name, or none. */
export function hashOf(
  draft: Draft,
  opened: { readonly hash: string; readonly draft: Draft } | null,
): string {
  if (opened !== null && isSameDraft(draft, opened.draft)) return opened.hash;
  return draft.preset === undefined || isDone(draft) ? '' : presetHash(draft.preset);
}

export const isSameDraft = (one: Draft, other: Draft): boolean =>
  one.text === other.text && JSON.stringify(one.commands) === JSON.stringify(other.commands);

/** Puts a hash into the address bar: no step of the history, and nothing is opened by it. */
export function inBrowser(hash: string): void {
  const { pathname, search, hash: before } = window.location;
  if (hash !== before) window.history.replaceState(null, '', `${pathname}${search}${hash}`);
}
