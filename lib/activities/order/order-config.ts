import type { Json } from '@/lib/shared/json';
import type { CallName } from '@/lib/sim/process/called-process';
import type { ProcessKind } from '@/lib/sim/process/process-fault';
import type { Scenario } from '@/lib/sim/scenario/scenario';

/** What the instructor's files become: JSON, shipped to the page. */
export interface OrderConfig {
  /** As they are offered. */
  readonly pieces: readonly Piece[];
  readonly checks: readonly OrderCheck[];
  /** Statements that make what the pieces' SQL works on. */
  readonly setup: readonly string[];
  /** Whose round the pieces' calls are; null where they have none. */
  readonly role: ProcessKind | null;
  /** In which it is explored. */
  readonly scenario: Scenario | null;
}

export interface Piece {
  readonly id: string;
  readonly text: string;
  /** Shown below its text. */
  readonly code: string | null;
  /** The one statement that it runs; shown as its code. */
  readonly sql: string | null;
  /** The call that it stands for. */
  readonly calls: CallName | null;
  /** Why it is to be left out; null for a piece that belongs. */
  readonly distractor: string | null;
}

export const ORDER_RULES = ['present', 'left-out', 'before', 'runs', 'never', 'rows', 'holds'] as const;

export type OrderRule = (typeof ORDER_RULES)[number];

/** One check of activity.yaml: a rule, what it is about, and what to say when it fails. */
export interface OrderCheck {
  readonly id: string;
  readonly rule: OrderRule;
  /** Ids of pieces; for `present` and `left-out` empty means all that belong, or all that do not. */
  readonly pieces: readonly string[];
  /** For `never` and `rows`. */
  readonly query: string | null;
  /** For `rows`: what the query gives in the end. */
  readonly rows: readonly { readonly [column: string]: Json }[];
  readonly says: string;
  readonly why: string | null;
  readonly hints: readonly string[];
}

/** Those that run the order, once nothing else is wrong with it. */
export const isRun = ({ rule }: OrderCheck): boolean =>
  rule === 'runs' || rule === 'never' || rule === 'rows' || rule === 'holds';
