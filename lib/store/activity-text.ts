// The learner's text: kept as it is typed, and never lost to a reset, a solution, help, another tab or another version
// of the lesson.
import type { ActivityParts, ActivityStore } from './activity';
import { unixLines } from './answer-keep';
import { type AsideBy, type KeptText, withText } from './history';

type Writing = Pick<
  ActivityStore,
  | 'restore'
  | 'type'
  | 'setFocused'
  | 'reset'
  | 'takeSolution'
  | 'help'
  | 'bringBack'
  | 'lookBackTo'
  | 'keepText'
>;

export function writeAnswer(parts: ActivityParts): Writing {
  const { outline, state, tools, load } = parts;
  const { start } = outline;
  const { type, show, keepVersion } = typing(parts);
  // Whoever wants one of these back can have it made again.
  const given = new Set([start]);
  let focused = false;

  const putAside = (by: AsideBy, text: string) => {
    const { aside } = state.getState();
    const isGiven = given.has(text);
    if (!isGiven) keepText(parts, { why: by, text, at: tools.now() });
    // What was given may go; what was written before it is still the last that somebody may miss.
    if (!isGiven || aside === null) state.setState({ aside: { by, text } });
  };
  const replace = (by: AsideBy, after: string) => {
    const { text: before } = state.getState();
    if (before === after) return;
    putAside(by, before);
    type(after);
  };
  const give = (by: AsideBy, text: string) => {
    replace(by, text);
    given.add(text);
  };
  return {
    type,
    restore: () => restoring(parts, { show, keepVersion, focused: () => focused }),
    setFocused: (now) => {
      focused = now;
    },
    reset: () => replace('reset', start),
    takeSolution: () => {
      const solution = state.getState().material?.solutions[0];
      if (solution !== undefined) give('solution', unixLines(solution));
    },
    help: async (fade) => {
      // The author wrote that one.
      if (fade === outline.fade) return replace('help', start);
      // Offline: the check, when it comes, says so.
      const [{ fadedText }, loaded] = await Promise.all([
        import('@/lib/activities/fade'),
        load().catch(() => null),
      ]);
      const solution = loaded?.material.solutions[0];
      const text = solution === undefined ? null : fadedText(fade, { ...outline, solution });
      if (text !== null) give('help', text);
    },
    bringBack: () => {
      const { aside } = state.getState();
      if (aside === null) return;
      state.setState({ aside: null });
      const { text } = state.getState();
      // What was written since is not lost either.
      if (!given.has(text)) putAside('back', text);
      type(aside.text);
    },
    lookBackTo: ({ text }) => replace('history', text),
    keepText: () => {
      state.setState({ changed: false });
      keepVersion();
    },
  };
}

function typing({ outline: { start, version }, state, tools: { keep }, readSoon }: ActivityParts) {
  // What was begun in this version, or kept in spite of it, is said so once.
  let isVersionKept = false;
  const keepVersion = () => {
    isVersionKept = true;
    keep.saveVersion(version);
  };
  const show = (text: string) => {
    state.setState({ text });
    readSoon();
  };
  const type = (text: string) => {
    if (text === state.getState().text) return;
    show(text);
    if (text === start) {
      isVersionKept = false;
      state.setState({ changed: false });
      keep.saveDraft(null);
      return keep.saveVersion(null);
    }
    keep.saveDraft(text);
    if (!(isVersionKept || state.getState().changed)) keepVersion();
  };
  return { show, type, keepVersion };
}

interface Restoring {
  readonly show: (text: string) => void;
  readonly keepVersion: () => void;
  readonly focused: () => boolean;
}

function restoring(parts: ActivityParts, { show, keepVersion, focused }: Restoring): () => void {
  const { outline, state, tools } = parts;
  const { start } = outline;
  const { draft, version, history, passedText } = tools.keep.read();
  state.setState({ history, passedText });
  const early = state.getState().text;
  if (draft !== null && early === start) {
    const changed = version !== null && version !== outline.version;
    state.setState({ changed });
    if (version === null) keepVersion();
    show(draft);
  } else if (draft !== null && early !== draft) {
    // Somebody typed before we could look: both texts are theirs.
    keepText(parts, { why: 'typing', text: draft, at: tools.now() });
    state.setState({ aside: { by: 'typing', text: draft } });
  }
  return tools.keep.onOtherTab({
    draft: (text) => {
      if (!focused()) show(text ?? start);
    },
    history: (others) => state.setState({ history: others }),
    passedText: (text) => state.setState({ passedText: text }),
  });
}

/** One text more to look back at. */
export function keepText({ state, tools }: ActivityParts, kept: KeptText): void {
  const { history: before } = state.getState();
  const history = withText(before, kept);
  if (history === before) return;
  state.setState({ history });
  tools.keep.saveHistory(history);
}
