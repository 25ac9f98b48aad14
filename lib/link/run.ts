import type { Command, Millis, Scenario } from '@/lib/sim/scenario/scenario';

/** What is shared: everything that decides a run, and the moment of it that is shown. */
export interface SharedRun {
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
  readonly time?: Millis;
}
