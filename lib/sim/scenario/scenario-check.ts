// What one key of a scenario demands of another. The schema has judged each by itself before.
import type { YamlPath } from '@/lib/shared/yaml';
import { checkFaults, checkFaultTargets } from './fault-check';
import { checkClaim, checkConnector, checkPurge } from './relay-check';
import type { Scenario } from './scenario';

/** Something that is wrong, at a path of the file. Codes are permanent: S1 is what keys demand of each other. */
export interface Finding {
  readonly code: string;
  readonly path: YamlPath;
  /** Where the path leads to a key that should not be there. */
  readonly part?: 'key';
  readonly message: string;
  readonly hint: string;
}

interface Check {
  /** It says nothing while one of these is wrong in itself. */
  readonly reads: readonly (keyof Scenario)[];
  readonly find: (scenario: Scenario) => readonly Finding[];
}

/** Everything that is wrong between the keys, as far as those are right in themselves. */
export const findContradictions = (
  scenario: Scenario,
  isSound: (key: keyof Scenario) => boolean,
): readonly Finding[] =>
  checks.filter(({ reads }) => reads.every(isSound)).flatMap(({ find }) => find(scenario));

function checkNames({ consumers }: Scenario): readonly Finding[] {
  const names = consumers.map(({ name }) => name);
  return names.flatMap((name, index): readonly Finding[] => {
    const path = ['consumers', index, 'name'];
    const hint = 'Give this one another name.';
    if (TAKEN.includes(name))
      return [
        {
          code: 'S113',
          path,
          message: `\`${name}\` is what another part of the picture is called, so nobody could tell the two apart.`,
          hint,
        },
      ];
    if (names.indexOf(name) === index) return [];
    return [
      {
        code: 'S104',
        path,
        message: `Two consumers are called \`${name}\`, so nobody could tell what each of them did.`,
        hint,
      },
    ];
  });
}

const TAKEN: readonly string[] = ['orders', 'broker', 'relay', 'connector'];

const checkRelayEvents = ({ relays, workload }: Scenario): readonly Finding[] =>
  uncreated(relays.poison, workload.orders, ['relays', 'poison']);

const checkConsumerEvents = ({ consumers, workload }: Scenario): readonly Finding[] =>
  consumers.flatMap(({ failures, poison }, index) => [
    ...uncreated(failures, workload.orders, ['consumers', index, 'failures']),
    ...uncreated(poison, workload.orders, ['consumers', index, 'poison']),
  ]);

/** Events beyond the last one. Where no order is placed by itself, a learner places them: nobody knows how many. */
const uncreated = (events: readonly number[], orders: number, path: YamlPath): readonly Finding[] =>
  events.flatMap((event, index) =>
    orders === 0 || event <= orders
      ? []
      : [
          {
            code: 'S110',
            path: [...path, index],
            message: `Event ${event} is never created: ${orders === 1 ? 'there is one order' : `there are ${orders} orders`}.`,
            hint: `Name an event from 1 to ${orders}, or place more \`orders\`.`,
          },
        ],
  );

function checkTable({ publication, broker }: Scenario): readonly Finding[] {
  if (broker.kind !== 'outbox' || publication === 'outbox') return [];
  return [
    {
      code: 'S114',
      path: ['publication'],
      message: `With \`kind: outbox\` consumers read the outbox table themselves, so nothing is sent by \`${publication}\`.`,
      hint: 'Leave `publication` out, or name another broker.',
    },
  ];
}

const checks: readonly Check[] = [
  { reads: ['relays', 'publication'], find: checkClaim },
  { reads: ['relays', 'publication'], find: checkConnector },
  { reads: ['relays', 'publication', 'broker'], find: checkPurge },
  { reads: ['broker', 'publication'], find: checkTable },
  { reads: ['relays', 'workload'], find: checkRelayEvents },
  { reads: ['consumers'], find: checkNames },
  { reads: ['consumers', 'workload'], find: checkConsumerEvents },
  { reads: ['faults'], find: checkFaults },
  { reads: ['faults', 'consumers', 'relays', 'publication'], find: checkFaultTargets },
];
