// All that there can ever be to do, in one table: who may do it stands with it.
import { brokers } from './brokers';
import { type Cast, claimOf } from './cast';
import type { Plan, Processes } from './plan';
import { OPEN_CALLS } from './process/process';
import type { Scenario } from './scenario/scenario';

/** Something that may happen next: what, and to whom. All there can ever be stand in `Plan.actions`. */
export interface Action {
  readonly do:
    | 'arrive'
    | 'transact'
    | 'relay'
    | 'call'
    | 'member-call'
    | 'deliver'
    | 'handle'
    | 'redrive'
    | 'broker'
    | 'purge'
    | 'expire'
    | 'crash-relay'
    | 'cut'
    | 'crash-service'
    | 'redeliver'
    | 'seize'
    | 'input';
  /** A session, relay, member or group, as `do` has it; counted from 0. */
  readonly who: number;
  /** Its place in `Plan.actions`. */
  readonly slot: number;
}

/** Who takes turns: when one of them crashes, the turn that it was about to take is off. */
export type Actor = 'session' | 'relay' | 'member';

/** The order decides between those that are due at one time: what people did comes last. */
export function actionsOf(
  scenario: Scenario,
  timed: boolean,
  cast: Cast,
  processes?: Processes,
): readonly Action[] {
  const { sessions, relays, groups } = cast;
  const members = cast.members.length;
  return [
    ...each('transact', sessions),
    ...(processes?.relay === undefined ? each('relay', relays) : each('call', relays * OPEN_CALLS)),
    ...each('deliver', members),
    ...(processes?.consumer === undefined
      ? each('handle', members)
      : each('member-call', members * OPEN_CALLS)),
    ...each('redrive', timed || groups.some(({ settings }) => settings.redriveMs > 0) ? groups.length : 0),
    ...each('broker', brokers[scenario.broker.kind].timers(members)),
    ...(timed ? withTime(scenario, cast) : withoutTime(scenario, cast)),
    // Written out: spread, they would be of another make in every plan, and what is compiled for the one would not do for the next.
  ].map(({ do: what, who }, slot) => ({ do: what, who, slot }));
}

type Kind = Omit<Action, 'slot'>;

const each = (what: Action['do'], count: number): readonly Kind[] =>
  Array.from({ length: count }, (_, who) => ({ do: what, who }));

/** What comes because its time has come. */
const withTime = (scenario: Scenario, { relays }: Cast): readonly Kind[] => [
  ...each('purge', scenario.relays.purgeMs > 0 ? 1 : 0),
  ...each('crash-relay', relays),
  ...each('arrive', 1),
  ...each('input', 1),
];

/** What may go wrong at any moment. */
function withoutTime(scenario: Scenario, { sessions, relays, members }: Cast): readonly Kind[] {
  const claim = claimOf(scenario);
  const { seizure } = brokers[scenario.broker.kind];
  return [
    ...each('expire', claim === 'lease' || claim === 'head-of-key' ? relays : 0),
    ...each('crash-relay', relays),
    ...each('cut', relays),
    ...each('crash-service', scenario.publication === 'dual-write' ? sessions : 0),
    ...each('redeliver', members.length),
    ...each('seize', seizure === undefined ? 0 : members.length),
  ];
}

/** A learner's process has several calls open where the scenario's own has one thing to do next. */
export const turnsOf = (actions: readonly Action[]): Plan['turns'] => {
  const first = (what: Action['do']) => actions.findIndex((action) => action.do === what);
  const turn = (what: Action['do'], call: Action['do']) =>
    first(what) >= 0 ? { from: first(what), each: 1 } : { from: first(call), each: OPEN_CALLS };
  return {
    session: { from: first('transact'), each: 1 },
    relay: turn('relay', 'call'),
    member: turn('handle', 'member-call'),
  };
};
