// The learner's text: kept as it is typed, and never lost to a reset, a solution or another tab.
import type { ActivityParts, ActivityStore } from './activity';
import { type Replaced, unixLines } from './answer-keep';

const LONGEST_HISTORY = 20;

type Writing = Pick<
  ActivityStore,
  'restore' | 'type' | 'setFocused' | 'reset' | 'takeSolution' | 'bringBack'
>;

export function writeAnswer({ start, state, tools, readSoon }: ActivityParts): Writing {
  const { keep } = tools;
  let focused = false;

  const show = (text: string) => {
    state.setState({ text });
    readSoon();
  };
  const type = (text: string) => {
    if (text === state.getState().text) return;
    show(text);
    keep.saveDraft(text === start ? null : text);
  };
  const saveReplaced = (replaced: readonly Replaced[]) => {
    state.setState({ replaced });
    keep.saveReplaced(replaced);
  };
  const replace = (by: Replaced['by'], after: string) => {
    const { text: before, replaced } = state.getState();
    if (before === after) return;
    saveReplaced([...replaced, { by, before, after }].slice(-LONGEST_HISTORY));
    type(after);
  };
  const bringBack = () => {
    const { replaced, text } = state.getState();
    const last = replaced.at(-1);
    if (last === undefined) return;
    saveReplaced(replaced.slice(0, -1));
    // What was written since is not lost either.
    if (text === last.after) type(last.before);
    else replace('bringing-back', last.before);
  };
  const restore = () => {
    const { draft, replaced, passedText } = keep.read();
    state.setState({ replaced, passedText });
    const early = state.getState().text;
    if (draft !== null && early === start) show(draft);
    // Somebody typed before we could look: both texts are theirs.
    else if (draft !== null && early !== draft)
      saveReplaced([...replaced, { by: 'typing', before: draft, after: early }]);
    return keep.onOtherTab({
      draft: (text) => {
        if (!focused) show(text ?? start);
      },
      passedText: (text) => state.setState({ passedText: text }),
    });
  };
  return {
    restore,
    type,
    setFocused: (now) => {
      focused = now;
    },
    reset: () => replace('reset', start),
    takeSolution: () => {
      const solution = state.getState().material?.solutions[0];
      if (solution !== undefined) replace('solution', unixLines(solution));
    },
    bringBack,
  };
}
