// Whether a step stands for SQL, without making it: what is to be opened can be offered before the SQL is fetched.
import type { Scenario } from '../scenario/scenario';
import type { Step } from '../step';
import { stepAt, type Trace } from '../trace';
import { hasLeases, isPolled } from './sql-tables';
import { consumerOf } from './words';

/** Whether there is SQL for the step at a place of the trace; `sqlOf` makes it. */
export function hasSqlAt(trace: Trace, place: number): boolean {
  const step = stepAt(trace, place);
  const { scenario } = trace;
  switch (step.kind) {
    case 'inserted':
    case 'committed':
    case 'rolled-back':
    case 'purged':
      return true;
    case 'service-crashed':
      return false;
    case 'delivered':
      return scenario.broker.kind === 'outbox' && consumerOf(step, scenario) !== undefined;
    default:
      return consumerOf(step, scenario) === undefined
        ? isPolled(scenario) && relayHas(step, scenario)
        : consumerHas(step);
  }
}

function relayHas({ kind, value }: Step, scenario: Scenario): boolean {
  switch (kind) {
    case 'polled':
    case 'marked':
    case 'mark-refused':
    case 'saved':
    case 'failed-to-publish':
    case 'gave-up':
      return true;
    // What the relay had leased it gives back; a refusal of value 0 is nobody's poll.
    case 'refused':
      return hasLeases(scenario) && value > 0;
    case 'unconfirmed':
      return hasLeases(scenario);
    default:
      return false;
  }
}

function consumerHas({ kind }: Step): boolean {
  switch (kind) {
    case 'recorded':
    case 'applied':
    case 'skipped':
    case 'dead-lettered':
    case 'parked':
    case 'redriven':
    case 'marked':
      return true;
    default:
      return false;
  }
}
