// The runs of one stage that stand side by side, and the commands that they are made of. Values only.
import type { Command, Millis } from '@/lib/sim/scenario/scenario';
import type { Run } from './run';

/** Side by side at most: more than that nobody compares. */
export const MOST_BRANCHES = 5;

/** One run of the stage. */
export interface Branch {
  readonly id: number;
  readonly title: string;
  /** What was computed last. A fork has its parent's until its own arrives: up to the fork they are the same. */
  readonly run: Run;
  /** The branch that it forked from, which may be gone by now, and when: up to then they are the same. A copy differs from 0 on. */
  readonly from: { readonly of: number; readonly at: Millis } | null;
  /** How far somebody has watched: to act before that is to act in the past. Where it plays, up to the last step told. */
  readonly seen: Millis;
}

/** The branch of an id that is known to be there. */
export const branchOf = (branches: readonly Branch[], id: number): Branch =>
  branches.find((branch) => branch.id === id) as Branch;

/** A schedule that an exploration found: it has no clocks, so nothing can be done to it. */
export const isFound = ({ run }: Pick<Branch, 'run'>): boolean => run.trace.path !== undefined;

/** Where a scenario is begun: in the shown run or, where that is a found schedule, the first that is none; null: there is none. */
export function homeOf({ branches, shown }: Pick<Beside, 'branches' | 'shown'>): Branch | null {
  const branch = branchOf(branches, shown);
  return (isFound(branch) ? branches.find((one) => !isFound(one)) : branch) ?? null;
}

/** The branch that one came from, or else the first of those that are left. */
const nearestTo = (left: readonly Branch[], { from }: Branch): Branch | undefined =>
  left.find(({ id }) => id === from?.of) ?? left[0];

/** With one of them watched up to a time, which its run may not reach any more. The same list if nothing is new. */
export function watched(branches: readonly Branch[], id: number, time: Millis): readonly Branch[] {
  const seenOf = ({ seen, run }: Branch): Millis => Math.min(Math.max(seen, time), run.trace.end);
  const isNew = (branch: Branch): boolean => branch.id === id && seenOf(branch) !== branch.seen;
  if (!branches.some(isNew)) return branches;
  return branches.map((branch) => (isNew(branch) ? { ...branch, seen: seenOf(branch) } : branch));
}

/**
 * The past of a run is another one from a time on. Whoever forked later has none in common with it any more, whether
 * it is that run or one that came from it.
 */
export function parted(branches: readonly Branch[], id: number, at: Millis): readonly Branch[] {
  const isParted = ({ id: own, from }: Branch): boolean =>
    from !== null && at < from.at && (own === id || from.of === id);
  if (!branches.some(isParted)) return branches;
  return branches.map((branch) => (isParted(branch) ? { ...branch, from: null } : branch));
}

/** What a copy is called: after the run itself, even where that is a copy. */
export const copyTitle = (title: string, of: string): string =>
  `${title}, a copy of ${of.replace(/, a copy of .*$/, '')}`;

/** A millionth of a microsecond is what multiplying may lose. */
const LOST = 1e-6;

/** As the model counts it: a time that is whole already stays what it is. */
export const wholeMicros = (time: Millis): Millis => Math.floor(Math.max(0, time) * 1000 + LOST) / 1000;

/** In the order of their times; those of one time stay in theirs. */
export const inOrder = (commands: readonly Command[]): readonly Command[] =>
  commands.toSorted((one, other) => one.at - other.at);

/** Ahead of those of the same moment: where somebody has gone back to it, they have not happened yet. */
export const insertBefore = (commands: readonly Command[], command: Command): readonly Command[] =>
  inOrder([command, ...commands]);

/** After those of the same moment, which were done first. */
export const insertAfter = (commands: readonly Command[], command: Command): readonly Command[] =>
  inOrder([...commands, command]);

/** With another on the stage. If it stood beside the one that was there, the two change places. */
export const beside = ({ shown, compared }: Beside, id: number): Pick<Beside, 'shown' | 'compared'> => ({
  shown: id,
  compared: compared === id ? shown : compared,
});

/** Without some of them. Where one of these was on the stage, the one that it came from takes its place. */
export function without({ branches, shown, compared }: Beside, gone: readonly number[]): Beside {
  const left = branches.filter(({ id }) => !gone.includes(id));
  const next = gone.includes(shown) ? (nearestTo(left, branchOf(branches, shown))?.id ?? shown) : shown;
  const beside = compared === null || compared === next || gone.includes(compared) ? null : compared;
  return { branches: left, shown: next, compared: beside };
}

/** Which runs there are, and where they stand. */
interface Beside {
  readonly branches: readonly Branch[];
  readonly shown: number;
  readonly compared: number | null;
}
