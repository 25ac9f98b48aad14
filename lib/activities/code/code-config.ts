import type { ProcessKind } from '@/lib/sim/process/process-fault';
import type { Invariant, Scenario } from '@/lib/sim/scenario/scenario';
import type { CauseName } from './moments';

export const RULES = ['runs', 'finishes', 'handles', 'holds'] as const;

export type RuleName = (typeof RULES)[number];

/** The invariants that a relay or a consumer can break. */
export const JUDGED = ['I2', 'I3', 'I4', 'I5'] as const satisfies readonly Invariant[];

/** One check, with every key that its author left out. */
export interface CodeCheck {
  readonly id: string;
  readonly rule: RuleName;
  /** Of a check that something holds. */
  readonly invariant: Invariant | null;
  /** Fails only where this is why; null: whatever no other check is for. */
  readonly cause: CauseName | null;
  readonly says: string;
  readonly why: string | null;
  readonly hints: readonly string[];
}

/** Made from the instructor's files; JSON. */
export interface CodeConfig {
  /** What the learner writes, in place of the scenario's own. */
  readonly role: ProcessKind;
  readonly scenario: Scenario;
  readonly checks: readonly CodeCheck[];
}
