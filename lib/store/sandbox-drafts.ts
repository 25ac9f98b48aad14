// What was written and done in the sandbox, saved at every change, and what stood there before.
import type { StoreApi } from 'zustand/vanilla';
import type { Json } from '@/lib/shared/json';
import type { PresetMaterial } from '@/lib/sim/presets/preset';
import type { SandboxState } from './sandbox';
import { hashOf } from './sandbox-address';
import type { SandboxTools } from './sandbox-core';
import { type Draft, isDone } from './sandbox-keep';
import type { Pages } from './sandbox-pages';

export interface Drafts {
  /** Another text stands there, or beside the run of an id, with what was done to it; whatever was said about the one before is not said any more. */
  readonly put: (text: string, more?: { readonly commands?: Json; readonly of?: number }) => void;
  /** What stands there, with what was done to it. */
  readonly current: () => Draft;
  /** What is to be brought back, one day. */
  readonly earlier: () => Draft | null;
  readonly setEarlier: (draft: Draft | null) => void;
  /** It is known what stands there: from now on it is saved, and the address says it. */
  readonly settle: () => void;
  /** This is what the address opens: it stays as long as nothing is changed. */
  readonly came: (draft: Draft) => void;
  readonly end: () => void;
  readonly isEnded: () => boolean;
}

export function createDrafts(
  { keep, presets, hash, address }: SandboxTools,
  state: StoreApi<SandboxState>,
  pages: Pages,
): Drafts {
  let settled = false;
  let earlier: Draft | null = null;
  let opened: { readonly hash: string; readonly draft: Draft } | null = null;
  let ended = false;

  const current = (): Draft => {
    const { text, commands, preset } = state.getState();
    return { text, commands, ...(preset !== null && { preset }) };
  };
  const save = () => {
    if (!settled) return;
    keep.saveDraft(current());
    address(hashOf(current(), opened));
  };
  const unfollow = state.subscribe(({ text, commands }, before) => {
    if (text !== before.text || commands !== before.commands) save();
  });
  return {
    put: (text, { of = pages.shown(), ...more } = {}) => {
      const preset = presetOf(text, presets)?.name ?? null;
      state.setState({ notice: null });
      pages.amend(of, { text, preset, ...more });
    },
    current,
    earlier: () => earlier,
    setEarlier: (draft) => {
      earlier = draft;
      state.setState({ earlier: draft?.text ?? null });
      keep.saveEarlier(draft);
    },
    settle: () => {
      if (settled) return;
      settled = true;
      save();
    },
    came: (draft) => {
      opened = { hash, draft };
    },
    end: () => {
      ended = true;
      unfollow();
    },
    isEnded: () => ended,
  };
}

/** The preset that a text is, word for word. */
export const presetOf = (text: string, presets: readonly PresetMaterial[]): PresetMaterial | null =>
  presets.find((preset) => preset.text === text) ?? null;

/** Whether somebody would miss it: they wrote it, or did something to a preset. */
export const isOwn = (draft: Draft, presets: readonly PresetMaterial[]): boolean =>
  isDone(draft) || presetOf(draft.text, presets) === null;

/** What was kept, a preset as it is now; null where there is nothing, or a preset that is gone. */
export function asItIsNow(draft: Draft | null, presets: readonly PresetMaterial[]): Draft | null {
  if (draft?.preset === undefined) return draft;
  const preset = presets.find(({ name }) => name === draft.preset);
  return preset === undefined ? null : { ...draft, text: preset.text };
}
