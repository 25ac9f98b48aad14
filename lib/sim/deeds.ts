// What faults come to: deeds that are done at a time, and deeds that wait for a step.
import type { Command, Deed, Fault, Scenario } from './scenario/scenario';
import { KIND, type StepKind } from './step';

/** What is done right after the n-th step of a kind. */
export interface Waiting {
  readonly kind: number;
  readonly occurrence: number;
  readonly deed: Deed;
}

/** All that is done to a run at a time of its own, in the order in which it takes effect. */
export function inputsOf({ faults }: Scenario, commands: readonly Command[]): readonly Command[] {
  return [...faults.flatMap(timedDeeds), ...commands].sort((one, other) => one.at - other.at);
}

function timedDeeds(fault: Fault): readonly Command[] {
  switch (fault.do) {
    case 'broker-down':
      return between(fault, { do: 'broker-down' }, { do: 'broker-up' });
    case 'hold-transaction':
      return between(fault, { do: 'hold-transaction' }, { do: 'release-transaction' });
    case 'connector-stopped':
      return between(fault, { do: 'stop-connector' }, { do: 'start-connector' });
    case 'slow-consumer': {
      const consumer = fault.consumer === undefined ? {} : { consumer: fault.consumer };
      return between(
        fault,
        { do: 'slow-consumer', factor: fault.factor, ...consumer },
        { do: 'slow-consumer', factor: 1, ...consumer },
      );
    }
    case 'clock-skew':
      return [{ at: 0, ...fault, do: 'skew-clock' }];
    default: {
      const { at, ...deed } = fault;
      return 'ms' in at ? [{ at: at.ms, ...deed }] : [];
    }
  }
}

const between = (
  { from, to }: { readonly from: number; readonly to: number },
  start: Deed,
  end: Deed,
): readonly Command[] => [
  { at: from, ...start },
  { at: to, ...end },
];

/** What is done right after a step. */
export const waitingOf = ({ faults }: Scenario): readonly Waiting[] =>
  faults.flatMap((fault) => {
    if (!('at' in fault) || 'ms' in fault.at) return [];
    const { at, ...deed } = fault;
    return [{ kind: KIND[at.step as StepKind], occurrence: at.occurrence, deed }];
  });
