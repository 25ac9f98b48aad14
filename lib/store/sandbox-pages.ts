// What stands beside each run of the stage: text, form and preset are always those of the shown one.
import type { StoreApi } from 'zustand/vanilla';
import type { Json } from '@/lib/shared/json';
import type { Command } from '@/lib/sim/scenario/scenario';
import type { SandboxState } from './sandbox';
import type { SandboxTools } from './sandbox-core';
import type { StageState, StageStore } from './stage';
import { type Branch, homeOf, isFound } from './stage-branches';

/** The text of a run, what it was read as, and what was done to it. */
export type Page = Pick<SandboxState, 'text' | 'scenario' | 'problems' | 'reading' | 'preset' | 'commands'>;

export interface Pages {
  /** The id of the run on the stage. */
  readonly shown: () => number;
  /** What stands beside a run; undefined where that is gone. */
  readonly of: (id: number) => Page | undefined;
  readonly amend: (id: number, change: Partial<Page>) => void;
  /** A run begins with what stands there now: if that is another than the shown one, this goes along with it. */
  readonly carry: (page: Partial<Page>, begin: () => void) => void;
  /** What is being checked: a schedule that is found has this beside it. */
  readonly checked: () => void;
  /** Calls back when another run is shown. */
  readonly whenTurned: (callback: () => void) => void;
  readonly end: () => void;
}

export function createPages(
  { schedules }: Pick<SandboxTools, 'schedules'>,
  state: StoreApi<SandboxState>,
  stage: StageStore,
): Pages {
  const shown = () => stage.state.getState().shown;
  const pages = new Map<number, Page>([[shown(), pageIn(state.getState())]]);
  /** Beside schedules that were found, as they were found. */
  const found = new Map<number, Page>();
  const turned: (() => void)[] = [];
  let checked: Page | null = null;
  let carried: Page | null = null;

  const put = (id: number, page: Page) => {
    pages.set(id, page);
    if (id !== shown()) return;
    // What was found out was about another one.
    if (!isSame(page.scenario, state.getState().scenario)) schedules.clear();
    state.setState(page);
  };
  const adopt = (branch: Branch, before: StageState) => {
    const of = branch.from?.of ?? homeOf(before)?.id ?? before.shown;
    const page = pages.get(of) ?? (pages.get(before.shown) as Page);
    const foundIn = branch.from === null ? (checked ?? page) : page;
    const own = isFound(branch) ? foundIn : { ...page, commands: commandsOf(branch) };
    if (isFound(branch)) found.set(branch.id, own);
    pages.set(branch.id, own);
  };
  const renew = (branch: Branch, before: StageState) => {
    const known = before.branches.find(({ id }) => id === branch.id);
    const page = pages.get(branch.id);
    if (page === undefined) return adopt(branch, before);
    if (known === undefined || known.run === branch.run || isFound(branch)) return;
    const commands = commandsOf(branch);
    if (!isSame(commands, commandsOf(known))) put(branch.id, { ...page, commands });
  };
  const forget = ({ branches }: StageState) => {
    for (const id of pages.keys()) {
      if (branches.some((branch) => branch.id === id)) continue;
      pages.delete(id);
      found.delete(id);
    }
  };
  const unfollow = stage.state.subscribe((now, before) => {
    if (now.branches !== before.branches) {
      for (const branch of now.branches) renew(branch, before);
    }
    if (now.shown !== before.shown) {
      put(now.shown, carried ?? (pages.get(now.shown) as Page));
      for (const callback of turned) callback();
    }
    if (now.branches !== before.branches) forget(now);
  });

  return {
    shown,
    of: (id) => pages.get(id),
    amend: (id, change) => {
      const page = pages.get(id);
      if (page !== undefined) put(id, { ...page, ...change });
    },
    carry: (change, begin) => {
      const left = shown();
      carried = { ...pageIn(state.getState()), ...change };
      put(left, carried);
      begin();
      carried = null;
      const own = found.get(left);
      if (left !== shown() && own !== undefined) put(left, own);
    },
    checked: () => {
      checked = pageIn(state.getState());
    },
    whenTurned: (callback) => turned.push(callback),
    end: unfollow,
  };
}

const pageIn = ({ text, scenario, problems, reading, preset, commands }: SandboxState): Page => ({
  text,
  scenario,
  problems,
  reading,
  preset,
  commands,
});

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const commandsOf = ({ run }: Branch): Json => run.trace.commands as readonly Command[] as unknown as Json;
