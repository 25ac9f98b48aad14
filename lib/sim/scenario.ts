/** Model time: whole milliseconds from the start of the run. */
export type Millis = number;

/** Whether a consumer records the event's id in the transaction of its effect, or does not look at ids at all. */
export type Dedup = 'none' | 'same-transaction';

/** A step of the relay's work that a fault can wait for. */
export type RelayStep = 'polled' | 'published' | 'confirmed' | 'marked';

export type Fault =
  | {
      readonly do: 'crash-relay';
      /** Right after the n-th such step, counted from 1. */
      readonly at: { readonly step: RelayStep; readonly occurrence: number };
    }
  | { readonly do: 'broker-down'; readonly from: Millis; readonly to: Millis };

/** Everything that decides a run, but for what a learner does. Same scenario, same run. Plain JSON. */
export type Scenario = {
  readonly seed: number;
  readonly workload: {
    readonly orders: number;
    readonly everyMs: Millis;
    /** Every n-th order rolls back; 0: none does. */
    readonly rollbackEvery: number;
  };
  readonly relays: { readonly pollMs: Millis; readonly batch: number };
  readonly consumers: readonly { readonly name: string; readonly dedup: Dedup }[];
  readonly faults: readonly Fault[];
};

/** What someone does to the run at a time: an input, like the scenario itself. */
export type Command = { readonly at: Millis } & Deed;

export type Deed =
  | { readonly do: 'place-order' }
  | { readonly do: 'place-and-roll-back' }
  /** Crashes the relay at the next moment between publish and mark, which may be now. */
  | { readonly do: 'crash-relay' }
  | { readonly do: 'broker-down' }
  | { readonly do: 'broker-up' }
  | { readonly do: 'set-dedup'; readonly consumer: string; readonly dedup: Dedup };

/** All inputs of a run in the order in which they take effect: the scenario's first where times are equal. */
export function inputsOf(scenario: Scenario, commands: readonly Command[]): readonly Command[] {
  const inputs = [...workloadOf(scenario), ...outagesOf(scenario), ...commands];
  return inputs.sort((one, other) => one.at - other.at);
}

const workloadOf = ({ workload }: Scenario): readonly Command[] =>
  Array.from({ length: workload.orders }, (_, index) => {
    const number = index + 1;
    const rollsBack = workload.rollbackEvery > 0 && number % workload.rollbackEvery === 0;
    return { at: number * workload.everyMs, do: rollsBack ? 'place-and-roll-back' : 'place-order' };
  });

const outagesOf = ({ faults }: Scenario): readonly Command[] =>
  faults.flatMap((fault): readonly Command[] =>
    fault.do === 'broker-down'
      ? [
          { at: fault.from, do: 'broker-down' },
          { at: fault.to, do: 'broker-up' },
        ]
      : [],
  );
