// What stands in the sandbox first: what the address asks for, else the draft that was kept, else the first preset.
import type { StoreApi } from 'zustand/vanilla';
import { wantedBy } from '@/lib/link/hash';
import type { Json } from '@/lib/shared/json';
import type { PresetMaterial } from '@/lib/sim/presets/preset';
import type { SandboxState } from './sandbox';
import { isSameDraft } from './sandbox-address';
import type { SandboxTools } from './sandbox-core';
import { asItIsNow, type Drafts, isOwn, presetOf } from './sandbox-drafts';
import { type Draft, isDone } from './sandbox-keep';
import type { Replacing, Whole } from './sandbox-replacing';

/** Only presets can be shown at once: all else is to be read first. */
type Plan =
  | { readonly show: 'preset'; readonly preset: PresetMaterial; readonly notice: string | null }
  | { readonly show: 'draft'; readonly draft: Draft; readonly notice: string | null }
  | { readonly show: 'link'; readonly link: string };

export function planOf(tools: SandboxTools): Plan {
  const { hash, keep, presets } = tools;
  const wanted = wantedBy(hash);
  const draft = asItIsNow(keep.draft(), presets);
  if (wanted.kind === 'nothing') return planWithout(draft, presets, null);
  if (wanted.kind === 'run') return { show: 'link', link: wanted.link };
  const preset = presets.find(({ name }) => name === wanted.name);
  if (preset !== undefined) return { show: 'preset', preset, notice: null };
  return planWithout(draft, presets, NO_SUCH_PRESET);
}

const NO_SUCH_PRESET =
  'This link names a preset that there is not, or not any more. Choose one from the list.';

/** Where the address asks for nothing, or for nothing that there is. */
function planWithout(draft: Draft | null, presets: readonly PresetMaterial[], notice: string | null): Plan {
  if (draft === null) return { show: 'preset', preset: presets[0] as PresetMaterial, notice };
  const preset = presetOf(draft.text, presets);
  return preset === null || isDone(draft)
    ? { show: 'draft', draft, notice }
    : { show: 'preset', preset, notice };
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
    commands: draft?.commands ?? [],
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
  const draft = asItIsNow(keep.draft(), presets);
  const earlier = asItIsNow(keep.earlier(), presets);
  const own = draft !== null && isOwn(draft, presets) ? draft : null;
  const first = state.getState().text;
  const isLeft = () => drafts.isEnded() || state.getState().text !== first;

  const showDraft = (shown: Draft, notice: string | null) => {
    drafts.setEarlier(earlier);
    drafts.came(shown);
    restore(shown);
    drafts.settle();
    state.setState({ notice });
  };
  const showWhole = (whole: Whole) => {
    drafts.came({ text: whole.text, commands: whole.commands as unknown as Json });
    replace(whole);
  };
  const showPreset = (isAsked: boolean) => {
    drafts.setEarlier((isAsked ? own : null) ?? earlier);
    drafts.came(drafts.current());
    drafts.settle();
  };
  const showInstead = (notice: string) => {
    if (isLeft()) return;
    const instead = planWithout(draft, presets, notice);
    if (instead.show === 'draft') return showDraft(instead.draft, notice);
    drafts.setEarlier(earlier);
    if (instead.show === 'preset') showWhole({ ...instead.preset, commands: [] });
    state.setState({ notice });
  };
  const openLink = async (link: string) => {
    const opened = await reader.ask((service) => service.open(link));
    if (!opened.ok) return showInstead(opened.problems[0]?.message ?? '');
    if (isLeft()) return;
    const { text, commands } = opened.value;
    // A reload: what was kept is what the address opens.
    const isKept = own !== null && isSameDraft(own, { text, commands: commands as unknown as Json });
    drafts.setEarlier(isKept ? earlier : (own ?? earlier));
    showWhole(opened.value);
  };

  if (plan.show === 'preset') showPreset(wantedBy(hash).kind === 'preset' && plan.notice === null);
  else if (plan.show === 'draft') showDraft(plan.draft, plan.notice);
  else openLink(plan.link).catch((error: unknown) => showInstead(wordsOf(error)));
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
