// What of a scenario an exploration leaves out, since it erases time: so that nobody takes its verdict for more than it is.
import { list } from '@/lib/shared/suggest';
import type { Fault, Scenario } from '../scenario/scenario';

/** Short noun phrases for all that could matter to the verdict and was not tried; empty where there is nothing such. */
export function untriedIn(scenario: Scenario): readonly string[] {
  const names = untriedFaults(scenario);
  const faults = names.length === 0 ? [] : [`the file’s faults (${list(names)})`];
  return [...faults, ...untriedSettings(scenario)];
}

/** Each once: the file's own, but for those that the exploration threatens with itself, or that make somebody wait and no more. */
export const untriedFaults = (scenario: Scenario): readonly Fault['do'][] => [
  ...new Set(scenario.faults.filter((fault) => !isTried(fault, scenario)).map((fault) => fault.do)),
];

/** Short noun phrases for what comes to nothing where no time passes. */
export function untriedSettings(scenario: Scenario): readonly string[] {
  const { relays, broker, publication } = scenario;
  const isRow = publication === 'outbox' || publication === 'notify';
  return [
    ...windowsOf(scenario),
    ...(broker.kind === 'kafka' && broker.retentionMs > 0 ? ['retention by time (`retentionMs`)'] : []),
    ...(isRow && relays.purgeMs > 0 ? ['the purge (`purgeMs`)'] : []),
  ];
}

function isTried({ do: name }: Fault, { faults, budgets, relays, publication }: Scenario): boolean {
  const among = (...names: readonly Fault['do'][]) =>
    faults.filter((fault) => names.includes(fault.do)).length;
  switch (name) {
    case 'crash-relay':
    case 'crash-service':
      // Where one transaction holds all, the service is not crashed.
      if (name === 'crash-service' && publication !== 'dual-write') return false;
      return among('crash-relay', 'crash-service') <= budgets.crashes;
    case 'crash-consumer':
    case 'redeliver':
      return among('crash-consumer', 'redeliver') <= budgets.redeliveries;
    // Whoever is late may be as late as he likes.
    case 'slow-consumer':
    case 'hold-transaction':
    case 'connector-stopped':
      return true;
    case 'clock-skew':
      return relays.leaseClock === 'database';
    default:
      return false;
  }
}

/** Consumers that forget ids after a while. */
function windowsOf({ consumers }: Scenario): readonly string[] {
  const names = consumers
    .filter(({ dedup, dedupWindowMs }) => dedup !== 'none' && dedupWindowMs > 0)
    .map((consumer) => consumer.name);
  if (names.length === 0) return [];
  return [`${names.length === 1 ? 'the dedup window' : 'the dedup windows'} of ${list(names)}`];
}
