// Something else takes the place of what stands there: a preset, a link, or what stood there before.
import type { Json } from '@/lib/shared/json';
import type { Command, Millis, Scenario } from '@/lib/sim/scenario/scenario';
import type { SandboxStore } from './sandbox';
import { isSameDraft } from './sandbox-address';
import type { SandboxTools } from './sandbox-core';
import { type Drafts, isOwn } from './sandbox-drafts';
import type { Draft } from './sandbox-keep';
import type { Pages } from './sandbox-pages';
import type { Reading } from './sandbox-reading';
import type { StageStore } from './stage';

/** A text that was read already. */
export interface Whole {
  readonly text: string;
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
  readonly time?: Millis;
}

export interface Replacing extends Pick<SandboxStore, 'bringBack'> {
  /** What an author wrote or did is kept as what was there before. */
  readonly replace: (whole: Whole) => void;
  /** A text that is still to be read, with what was done to it. */
  readonly restore: (draft: Draft) => void;
}

export function replacing(
  { reader, presets }: SandboxTools,
  stage: StageStore,
  pages: Pages,
  drafts: Drafts,
  { begin, take, fail }: Reading,
): Replacing {
  const restore = ({ text, commands }: Draft) => {
    drafts.put(text, { commands });
    pages.amend(pages.shown(), { problems: [], reading: 'reading' });
    reader
      .ask((service) => service.restore(text, commands))
      .then(
        (restored) => take(text, restored.reading, restored.commands),
        (error: unknown) => fail(text, error),
      );
  };
  return {
    restore,
    replace: ({ text, scenario, commands, time }) => {
      const before = drafts.current();
      const next: Draft = { text, commands: commands as unknown as Json };
      if (isOwn(before, presets) && !isSameDraft(before, next)) drafts.setEarlier(before);
      drafts.put(text, { commands: next.commands });
      drafts.settle();
      pages.amend(pages.shown(), { problems: [], reading: 'idle' });
      begin(scenario, commands);
      if (time !== undefined) seekOnceRun(stage, time);
    },
    bringBack: () => {
      const [earlier, before] = [drafts.earlier(), drafts.current()];
      if (earlier === null) return;
      drafts.setEarlier(isOwn(before, presets) ? before : null);
      restore(earlier);
      drafts.settle();
    },
  };
}

/** The moment that somebody shared is there as soon as the run is. */
function seekOnceRun(stage: StageStore, time: Millis): void {
  if (stage.state.getState().work.at !== 'running') {
    stage.seek(time);
    return;
  }
  const end = stage.state.subscribe(({ work }) => {
    if (work.at === 'running') return;
    end();
    if (work.at === 'idle') stage.seek(time);
  });
}
