// A sandbox for tests: reader and storage in this thread, runs computed here, and an author who pauses when told to.
import type { Json } from '@/lib/shared/json';
import type { PresetMaterial } from '@/lib/sim/presets/preset';
import { readScenario } from '@/lib/sim/scenario/scenario-file';
import { readerService } from '@/lib/workers/reader';
import { runHere } from './run-here';
import { createSandbox, type SandboxTools } from './sandbox-core';
import type { Draft, SandboxKeep } from './sandbox-keep';
import type { Reader } from './sandbox-reader';
import { createStage } from './stage';
import { computed } from './stage-fixture';

const preset = (name: string, text: string): PresetMaterial => {
  const scenario = readScenario(text, name);
  if (!scenario.ok) throw new Error(scenario.problems[0]?.message);
  const empty = { group: '', title: name, says: '', watch: '', pitfall: null, mend: null, unexplored: null };
  return { ...empty, name, text, scenario: scenario.value };
};

export const presets = [
  preset('plain', '# three orders\nseed: 42\n'),
  preset('lease', 'seed: 42\nrelays: { count: 2, claim: lease } # two\n'),
] as const;

/** What a browser keeps; the same one in two sandboxes is a reload. */
export function storage(draft: Draft | null = null, earlier: Draft | null = null) {
  const kept: { draft: Draft | null; earlier: Draft | null } = { draft, earlier };
  const keep: SandboxKeep = {
    draft: () => kept.draft,
    earlier: () => kept.earlier,
    saveDraft: (now) => {
      kept.draft = now;
    },
    saveEarlier: (now) => {
      kept.earlier = now;
    },
  };
  return { kept, keep };
}

export const draft = (text: string, commands: Json = []): Draft => ({ text, commands });

/** The reader's service without a worker, how often it was asked, and what it says instead if it is to fail. */
function readerHere(words: string | null) {
  const asked: string[] = [];
  const failing = { words };
  const underWay = new Set<Promise<unknown>>();
  const service = new Proxy(readerService, {
    get:
      (all, name: keyof typeof readerService) =>
      (...given: readonly unknown[]) => {
        asked.push(name);
        if (failing.words !== null) return Promise.reject(new Error(failing.words));
        return Promise.resolve((all[name] as (...given: readonly unknown[]) => unknown)(...given));
      },
  });
  const reader: Reader = {
    ask: (use) => {
      const answer = use(service as never);
      const ended = answer.catch(() => undefined).finally(() => underWay.delete(ended));
      underWay.add(ended);
      return answer as never;
    },
    stop: () => asked.push('stop'),
  };
  /** Resolves once all that was asked for is answered, and what came of it was asked for as well. */
  const answered = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    while (underWay.size > 0) {
      await Promise.all(underWay);
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  return { reader, asked, failing, answered };
}

interface Given extends Partial<Pick<SandboxTools, 'hash' | 'keep'>> {
  /** The reader cannot be had, and says this. */
  readonly without?: string;
}

export function sandbox({ hash = '', keep = storage().keep, without }: Given = {}) {
  const here = readerHere(without ?? null);
  const pauses: (() => void)[] = [];
  const checks: string[] = [];
  let address = hash;
  const store = createSandbox({
    presets,
    hash,
    keep,
    address: (now) => {
      address = now;
    },
    reader: here.reader,
    whenQuiet: (callback) => pauses.push(callback),
    stageOf: (scenario) => createStage(scenario, { simulate: runHere }),
    schedules: {
      start: ({ seed }: { readonly seed: number }) => checks.push(`start ${seed}`),
      clear: () => checks.push('clear'),
    } as never,
  });
  /** Lets everything that was asked for be answered, and computed. */
  const settle = async () => {
    await here.answered();
    await computed(store.stage);
  };
  return {
    ...here,
    store,
    checks,
    settle,
    /** What the address bar says. */
    address: () => address,
    now: () => store.state.getState(),
    /** What is on the stage. */
    shown: () => store.stage.state.getState().trace,
    pause: async () => {
      for (const callback of pauses.splice(0)) callback();
      await settle();
    },
    pauses,
  };
}
