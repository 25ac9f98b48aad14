// What was written and done in the sandbox, saved at every change, and what stood there before.
import type { StoreApi } from 'zustand/vanilla';
import type { Json } from '@/lib/shared/json';
import type { PresetMaterial } from '@/lib/sim/presets/preset';
import type { SandboxState } from './sandbox';
import type { SandboxTools } from './sandbox-core';
import type { Draft } from './sandbox-keep';
import type { StageStore } from './stage';

export interface Drafts {
  /** Another text stands there; whatever was said about the one before is not said any more. */
  readonly put: (text: string) => void;
  /** What stands there, with what was done to it. */
  readonly current: () => Draft;
  /** What is to be brought back, one day. */
  readonly earlier: () => Draft | null;
  readonly setEarlier: (draft: Draft | null) => void;
  /** It is known what stands there: from now on it is saved. */
  readonly settle: () => void;
  readonly end: () => void;
  readonly isEnded: () => boolean;
}

export function createDrafts(
  { keep, presets }: SandboxTools,
  state: StoreApi<SandboxState>,
  stage: StageStore,
): Drafts {
  let settled = false;
  let earlier: Draft | null = null;
  let commands: Json = [];
  let ended = false;

  const current = (): Draft => {
    const { text, preset } = state.getState();
    return { text, commands, ...(preset !== null && { preset }) };
  };
  const save = () => {
    if (settled) keep.saveDraft(current());
  };
  const settle = () => {
    settled = true;
    save();
  };
  const unfollow = stage.state.subscribe(({ trace }, { trace: before }) => {
    // Nothing was done to a schedule that the checker found: what was done to the run still counts.
    if (trace.commands === before.commands || trace.path !== undefined) return;
    commands = trace.commands as unknown as Json;
    save();
  });
  return {
    put: (text) => {
      state.setState({ text, preset: presetOf(text, presets)?.name ?? null, notice: null });
      save();
    },
    current,
    earlier: () => earlier,
    setEarlier: (draft) => {
      earlier = draft;
      state.setState({ earlier: draft?.text ?? null });
      keep.saveEarlier(draft);
    },
    settle,
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

/** What was kept, a preset as it is now; null where there is nothing, or a preset that is gone. */
export function keptDraft({ keep, presets }: Pick<SandboxTools, 'keep' | 'presets'>): Draft | null {
  const draft = keep.draft();
  if (draft?.preset === undefined) return draft;
  const preset = presets.find(({ name }) => name === draft.preset);
  return preset === undefined ? null : { ...draft, text: preset.text };
}
