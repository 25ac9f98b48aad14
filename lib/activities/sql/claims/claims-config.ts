import type { Scenario } from '@/lib/sim/scenario/scenario';

/** The outbox from which relays take rows for a while, by the names of its columns. */
export interface ClaimsConfig {
  readonly table: string;
  readonly key: string;
  readonly aggregate: string;
  readonly owner: string;
  readonly until: string;
  readonly done: string;
  /** Two relays in the model, whose claim is the one that the answer behaves like. */
  readonly scenario: Scenario;
}
