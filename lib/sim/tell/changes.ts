// What each kind of step changed, as data: for the log, and for who reads a run with a program.

import { DEDUPS, type Scenario } from '../scenario/scenario';
import type { Step, StepKind } from '../step';
import {
  brokerIs,
  type Change,
  type Changes,
  change,
  delivery,
  memberIs,
  nameOf,
  own,
  relayIs,
  rolledBack,
  written,
} from './change';
import { timestamp } from './clock';
import { consumerOf, memoryOf } from './words';

/** What a step changed, from the step alone; none for one that only looked. */
export const changesOf = (step: Step, scenario: Scenario): readonly Change[] =>
  CHANGES[step.kind](step, scenario);

const polled: Changes = (step, { publication, relays }) => [
  change('relay', step.actor, { batch: step.rows }),
  ...(relays.claim === 'none' || publication === 'cdc'
    ? []
    : step.rows.map((row) => change('orders_outbox', row, { held_by: step.actor }))),
];

const marked: Changes = ({ at, row, rows, actor }, scenario) =>
  // A consumer that reads the table marks its own column of the row.
  consumerOf({ actor }, scenario) === undefined
    ? (rows.length === 0 ? [row] : rows).map((id) =>
        change('orders_outbox', id, { state: 'dispatched', dispatched_at: timestamp(at) }),
      )
    : [change('orders_outbox', row, { [`done_by_${actor}`]: true })];

const saved: Changes = ({ value }, scenario) => {
  if (memoryOf(scenario) === 'log') return [change('cursor', 'log', { after: value })];
  const counts = scenario.relays.cursor === 'xmin-fence' ? 'transaction' : 'row';
  return [change('cursor', counts, { after: value })];
};

const attempts: Changes = ({ row, value }) => [change('orders_outbox', row, { attempts: value })];

const applied: Changes = (step, scenario) => [
  ...(step.dedup === 'same-transaction' ? [own('inbox', step, scenario, { recorded: true })] : []),
  own('effects', step, scenario, { count: step.value }),
];

const crashed: Changes = (step, scenario) => [
  change('consumer', step.actor, { state: 'crashed' }),
  ...(step.event === 0 ? [] : [own('delivery', step, scenario, { state: 'unsettled' })]),
];

const none: Changes = () => [];

const CHANGES: { readonly [Kind in StepKind]: Changes } = {
  began: ({ value }) => [change('transaction', value, { state: 'open' })],
  inserted: written(({ value }) => ({ state: 'open', version: value }), { state: 'open' }),
  committed: written(({ value }) => ({ state: 'committed', version: value }), { state: 'pending' }),
  'rolled-back': rolledBack,
  'service-crashed': (step, scenario) => (step.value === 1 ? [] : rolledBack(step, scenario)),
  'transaction-held': () => [change('transaction', 'unrelated', { state: 'open' })],
  'transaction-released': () => [change('transaction', 'unrelated', { state: 'ended' })],
  polled,
  published: ({ event, value }) => [change('message', event, { copies: value })],
  refused: none,
  returned: none,
  dropped: ({ event }) => [change('message', event, { state: 'lost' })],
  confirmed: none,
  unconfirmed: none,
  marked,
  'mark-refused': none,
  saved,
  'failed-to-publish': attempts,
  'gave-up': ({ row, value }) => [change('orders_outbox', row, { state: 'dead', attempts: value })],
  'lease-expired': relayIs({ lease: 'expired' }),
  purged: ({ row }) => [change('orders_outbox', row, { state: 'purged' })],
  armed: relayIs({ armed: true }),
  crashed: relayIs({ state: 'crashed', batch: [] }),
  restarted: relayIs({ state: 'running' }),
  'clock-skewed': ({ actor, value }) => [change('relay', actor, { clock_ahead_ms: value })],
  'connector-stopped': relayIs({ state: 'stopped' }),
  'connector-started': relayIs({ state: 'running' }),
  'broker-down': brokerIs(() => ({ up: false })),
  'broker-up': brokerIs(() => ({ up: true })),
  'broker-restarted': brokerIs(({ value }) => ({ lost: value })),
  rebalanced: ({ actor, value }) => [change('partition', value, { reader: actor })],
  claimed: delivery(({ actor }) => ({ state: 'delivered', to: actor })),
  replayed: (step, scenario) => [change('consumer', nameOf(step, scenario), { set_back: step.value })],
  trimmed: ({ event, value }, { consumers }) => [
    change('delivery', `${consumers[value]?.name}/${event}`, { state: 'missed' }),
  ],
  missed: (step, scenario) => [own('delivery', step, scenario, { state: 'missed' })],
  delivered: delivery(({ actor }) => ({ state: 'delivered', to: actor })),
  recorded: (step, scenario) => [own('inbox', step, scenario, { recorded: true })],
  applied,
  skipped: none,
  failed: delivery(({ value }) => ({ attempts: value })),
  requeued: delivery(() => ({ state: 'queued' })),
  'dead-lettered': (step, scenario) => [
    own('dead-letter-queue', step, scenario, { state: 'dead', attempts: step.value }),
  ],
  parked: (step, scenario) => [own('dead-letter-queue', step, scenario, { state: 'parked' })],
  redriven: (step, scenario) => [change('consumer', nameOf(step, scenario), { mended: true })],
  acked: delivery(() => ({ state: 'acked' })),
  redelivered: delivery(({ actor }) => ({ state: 'redelivered', to: actor })),
  'consumer-crashed': crashed,
  'consumer-restarted': memberIs({ state: 'running' }),
  'consumer-slowed': (step, scenario) => [
    change('consumer', nameOf(step, scenario), { times_slower: step.value }),
  ],
  'dedup-set': (step, scenario) => [
    change('consumer', nameOf(step, scenario), { dedup: DEDUPS[step.value] ?? 'none' }),
  ],
};
