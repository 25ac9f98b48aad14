// The author at work: in the text, which is read when they pause, and in the form, which changes one key at a time.
import type { StoreApi } from 'zustand/vanilla';
import type { YamlPath } from '@/lib/shared/yaml';
import type { Change } from '@/lib/workers/reader-change';
import { unixLines } from './answer-keep';
import type { SandboxState, SandboxStore } from './sandbox';
import type { SandboxTools } from './sandbox-core';
import type { Drafts } from './sandbox-drafts';
import type { Pages } from './sandbox-pages';
import type { Reading } from './sandbox-reading';

interface Writing extends Pick<SandboxStore, 'setText'> {
  readonly change: (change: Change) => void;
}

export function writing(
  { reader, whenQuiet }: SandboxTools,
  state: StoreApi<SandboxState>,
  pages: Pages,
  drafts: Drafts,
  { take, fail }: Reading,
): Writing {
  const textNow = () => state.getState().text;
  const own = ownKeys();
  let isWaiting = false;
  let changes: Promise<void> = Promise.resolve();

  const read = (text: string) => {
    reader
      .ask((service) => service.read(text))
      .then(
        (read) => take(text, read),
        (error: unknown) => fail(text, error),
      );
  };
  const readSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    const text = textNow();
    whenQuiet(() => {
      isWaiting = false;
      if (drafts.isEnded()) return;
      if (textNow() !== text) return readSoon();
      read(text);
    });
  };

  /** On the text that stands beside a run; once more, if somebody has typed in the meantime. */
  const apply = async (id: number, change: Change): Promise<void> => {
    const text = pages.of(id)?.text;
    if (text === undefined) return;
    pages.amend(id, { reading: 'reading' });
    const edited = await reader.ask((service) => service.edit(text, change, own.has(change)));
    if (drafts.isEnded()) return;
    if (pages.of(id)?.text !== text) return apply(id, change);
    if (!edited.ok) {
      pages.amend(id, { reading: 'idle' });
      return state.setState({ notice: edited.problems[0]?.message ?? null });
    }
    drafts.put(edited.value.text, { of: id });
    // Whoever has turned to another run finds this one read when they come back.
    if (pages.shown() !== id) return;
    own.note(change, edited.value.added);
    take(edited.value.text, edited.value.reading);
  };

  pages.whenTurned(() => {
    own.forget();
    const { text, reading } = state.getState();
    if (reading === 'reading') read(text);
  });

  return {
    setText: (given) => {
      const text = unixLines(given);
      if (text === textNow()) return;
      own.forget();
      drafts.put(text);
      drafts.settle();
      pages.amend(pages.shown(), { reading: 'reading' });
      readSoon();
    },
    change: (change) => {
      const id = pages.shown();
      drafts.settle();
      changes = changes
        .then(() => apply(id, change))
        .catch((error: unknown) => {
          if (pages.shown() === id) fail(textNow(), error);
        });
    },
  };
}

/** Keys that the form wrote, and not the author: set to their default they are taken away again. */
function ownKeys() {
  const keys = new Set<string>();
  const nameOf = (path: YamlPath) => JSON.stringify(path);
  return {
    has: ({ path }: Change) => keys.has(nameOf(path)),
    note: (change: Change, added: boolean) => {
      // Items that come and go change the places of the others.
      if (change.do !== 'set') keys.clear();
      else if (added) keys.add(nameOf(change.path));
    },
    forget: () => keys.clear(),
  };
}
