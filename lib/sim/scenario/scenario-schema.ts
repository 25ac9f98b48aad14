// What may stand in a scenario file, as one JSON Schema: for the reader, and for editors. Its defaults are the scenario's.
import type { JsonSchema } from '@/lib/shared/json';
import { INVARIANTS } from './scenario';
import { broker } from './scenario-schema/broker';
import { consumers } from './scenario-schema/consumers';
import { faults } from './scenario-schema/faults';
import { choice, count, map, or, times } from './scenario-schema/form';
import { relays } from './scenario-schema/relays';
import { workload } from './scenario-schema/workload';

const budgets = map('How far an exploration goes.', {
  crashes: or(
    2,
    count(
      'Crashes of a relay or of the service, connections lost under a publish, and leases that run out under a living owner.',
      0,
      10,
    ),
  ),
  redeliveries: or(2, count('Times that the broker hands out again what it handed out before.', 0, 10)),
  states: or(2_000_000, count('States to look at before it gives up and samples.', 1, 100_000_000)),
});

/** The schema of a scenario. Every key may be left out but the seed. */
export const scenarioSchema: JsonSchema = map(
  'A scenario: everything that decides a run.',
  {
    seed: count('Any whole number: the same seed gives the same run.', 0, 0xffff_ffff),
    pace: or(
      1,
      times(
        'How many times faster everything happens than a person could follow. What is given in milliseconds stays as it is.',
        1,
        10_000,
      ),
    ),
    workload: or({}, workload),
    publication: or(
      'outbox',
      choice('How an event gets from the order service to the broker.', [
        'outbox',
        'dual-write',
        'cdc',
        'notify',
      ]),
    ),
    relays: or({}, relays),
    broker: or({}, broker),
    consumers: or([{}], consumers),
    faults,
    budgets: or({}, budgets),
    invariants: {
      type: 'array',
      minItems: 1,
      items: choice('An invariant.', INVARIANTS),
      description: 'Which invariants to check; all that the scenario can break if this is left out.',
    },
  },
  ['seed'],
);
