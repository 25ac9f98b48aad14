// What stands in the sandbox first: what the address asks for, else the draft that was kept, else the first preset.
import type { StoreApi } from 'zustand/vanilla';
import { wantedBy } from '@/lib/link/hash';
import type { PresetMaterial } from '@/lib/sim/presets/preset';
import type { SandboxState } from './sandbox';
import type { SandboxTools } from './sandbox-core';
import { type Drafts, keptDraft, presetOf } from './sandbox-drafts';
import type { Draft } from './sandbox-keep';
import type { Replacing } from './sandbox-replacing';

/** Only presets can be shown at once: all else is to be read first. */
type Plan =
  | { readonly show: 'preset'; readonly preset: PresetMaterial; readonly notice: string | null }
  | { readonly show: 'draft'; readonly draft: Draft; readonly notice: string | null }
  | { readonly show: 'link'; readonly link: string };

export function planOf(tools: SandboxTools): Plan {
  const { hash, keep, presets } = tools;
  const wanted = wantedBy(hash);
  // A reload of an address that was opened already goes on where it was left.
  if (wanted.kind === 'nothing' || keep.hasCome(hash)) return planWithout(keptDraft(tools), presets, null);
  if (wanted.kind === 'run') return { show: 'link', link: wanted.link };
  const preset = presets.find(({ name }) => name === wanted.name);
  if (preset !== undefined) return { show: 'preset', preset, notice: null };
  return planWithout(keptDraft(tools), presets, NO_SUCH_PRESET);
}

const NO_SUCH_PRESET =
  'This link names a preset that there is not, or not any more. Choose one from the list.';

/** Where the address asks for nothing, or for nothing that there is. */
function planWithout(draft: Draft | null, presets: readonly PresetMaterial[], notice: string | null): Plan {
  if (draft === null) return { show: 'preset', preset: presets[0] as PresetMaterial, notice };
  const preset = presetOf(draft.text, presets);
  const isDone = Array.isArray(draft.commands) && draft.commands.length > 0;
  return preset === null || isDone ? { show: 'draft', draft, notice } : { show: 'preset', preset, notice };
}

/** Before anything was read. */
export function firstState(plan: Plan, presets: readonly PresetMaterial[]): SandboxState {
  const draft = plan.show === 'draft' ? plan.draft : null;
  const named = draft === null ? null : presetOf(draft.text, presets);
  const shown = plan.show === 'preset' ? plan.preset : (named ?? (presets[0] as PresetMaterial));
  return {
    text: draft?.text ?? shown.text,
    scenario: shown.scenario,
    problems: [],
    reading: plan.show === 'preset' ? 'idle' : 'reading',
    preset: draft === null || named !== null ? shown.name : null,
    notice: plan.show === 'link' ? null : plan.notice,
    earlier: null,
  };
}

/** Sets the plan to work. What a link or preset of the address replaces can be brought back. */
export function open(
  plan: Plan,
  { keep, presets, hash, reader }: SandboxTools,
  state: StoreApi<SandboxState>,
  drafts: Drafts,
  { replace, restore }: Replacing,
): void {
  const [draft, earlier] = [keptDraft({ keep, presets }), keep.earlier()];
  const own = draft !== null && presetOf(draft.text, presets) === null ? draft : null;
  const first = state.getState().text;
  const isLeft = () => drafts.isEnded() || state.getState().text !== first;

  const showDraft = (shown: Draft, notice: string | null) => {
    drafts.setEarlier(earlier);
    drafts.settle();
    restore(shown);
    state.setState({ notice });
  };
  const showPreset = (isAsked: boolean) => {
    drafts.setEarlier((isAsked ? own : null) ?? earlier);
    drafts.settle();
    if (isAsked) keep.came(hash);
  };
  const showInstead = (notice: string) => {
    if (isLeft()) return;
    const instead = planWithout(draft, presets, notice);
    if (instead.show === 'draft') return showDraft(instead.draft, notice);
    drafts.setEarlier(earlier);
    if (instead.show === 'preset') replace({ ...instead.preset, commands: [] });
    state.setState({ notice });
  };
  const openLink = async (link: string) => {
    const opened = await reader.ask((service) => service.open(link));
    if (!opened.ok) return showInstead(opened.problems[0]?.message ?? '');
    if (isLeft()) return;
    drafts.setEarlier(own ?? earlier);
    replace(opened.value);
    keep.came(hash);
  };

  if (plan.show === 'preset') showPreset(wantedBy(hash).kind === 'preset' && plan.notice === null);
  else if (plan.show === 'draft') showDraft(plan.draft, plan.notice);
  else openLink(plan.link).catch((error: unknown) => showInstead(wordsOf(error)));
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
