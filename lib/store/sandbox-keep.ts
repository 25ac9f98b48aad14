// What the browser keeps of the sandbox: the text that stands there with what was done to it, and the one before.
import type { Json } from '@/lib/shared/json';
import { readItem, writeItem } from './storage';

/** Nothing in it is judged: storage may hold anything. */
export interface Draft {
  readonly text: string;
  /** Commands, as a reader will have to find out. */
  readonly commands: Json;
  /** The name of the preset that the text was, word for word: nobody's own, so the preset as it is now takes its place. */
  readonly preset?: string;
}

/** Whether anything was done in it. */
export const isDone = ({ commands }: Pick<Draft, 'commands'>): boolean =>
  Array.isArray(commands) && commands.length > 0;

export interface SandboxKeep {
  readonly draft: () => Draft | null;
  readonly earlier: () => Draft | null;
  readonly saveDraft: (draft: Draft) => void;
  readonly saveEarlier: (draft: Draft | null) => void;
}

const DRAFT = 'alo.sandbox.draft';
const EARLIER = 'alo.sandbox.earlier';

/** Keeps them in the browser's storage, which may be blocked or full: then nothing is kept, and nothing breaks. */
export const browserSandbox: SandboxKeep = {
  draft: () => draftFrom(readItem(DRAFT)),
  earlier: () => draftFrom(readItem(EARLIER)),
  saveDraft: (draft) => void writeItem(DRAFT, JSON.stringify(draft)),
  saveEarlier: (draft) => void writeItem(EARLIER, draft === null ? null : JSON.stringify(draft)),
};

function draftFrom(item: string | null): Draft | null {
  try {
    const { text, commands = [], preset } = JSON.parse(item ?? 'null') ?? {};
    if (typeof text !== 'string') return null;
    return { text, commands, ...(typeof preset === 'string' && { preset }) };
  } catch {
    return null;
  }
}
