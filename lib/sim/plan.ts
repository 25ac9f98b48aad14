// What a scenario comes to before anything happens: who takes part, what each may do, and how much room that needs.

import { type Action, type Actor, actionsOf, turnsOf } from './actions';
import type { Broker } from './broker';
import { brokers } from './brokers';
import { castOf, claimOf, type Group } from './cast';
import { inputsOf, type Waiting, waitingOf } from './deeds';
import { MOST_EVENTS } from './message';
import type * as consumerProcess from './process/consumer-process';
import type { historiesOf } from './process/histories';
import { type Histories, MOST_HISTORIES, type Process } from './process/process';
import type { ProcessFault } from './process/process-fault';
import type * as relayProcess from './process/relay-process';
import type { Command, Invariant, Relays, Scenario } from './scenario/scenario';

export interface Plan {
  readonly scenario: Scenario;
  /** Time passes; false where every order of things is tried. */
  readonly timed: boolean;
  readonly broker: Broker;
  /** Orders that there can be at most. */
  readonly events: number;
  readonly aggregates: number;
  readonly sessions: number;
  readonly relays: number;
  /** How relays keep out of each other's way. One connector, and relays that remember one id, claim nothing. */
  readonly claim: Relays['claim'];
  /** What a relay goes by: its mark on every row, or a place in the order of ids, of transactions, or of the log. */
  readonly cursor: Relays['cursor'] | 'log';
  readonly groups: readonly Group[];
  /** The group of each member. */
  readonly members: readonly Group[];
  readonly prefetch: number;
  /** Names of all who act, by their code in a step. */
  readonly actors: readonly string[];
  readonly actions: readonly Action[];
  /** Where the actions of the first session, relay and member begin, and how many each of them has. */
  readonly turns: { readonly [Who in Actor]: { readonly from: number; readonly each: number } };
  readonly inputs: readonly Command[];
  /** Faults that wait for a step. */
  readonly waiting: readonly Waiting[];
  readonly judged: ReadonlySet<Invariant>;
  /** What a learner wrote, in place of the relays or of the consumers. */
  readonly processes: { readonly relay: Histories | null; readonly consumer: Histories | null };
  /** How it takes part; null where nobody wrote anything. */
  readonly ownRules: OwnRules | null;
}

/** The rules for what a learner wrote. */
export interface OwnRules {
  readonly relay: Pick<typeof relayProcess, 'callReady' | 'answerCall' | 'canCut' | 'cutCall'>;
  readonly consumer: Pick<typeof consumerProcess, 'callReady' | 'answerCall'>;
  readonly historiesOf: typeof historiesOf;
}

/** Where time passes each history is a step or two, and cells are wide. */
const HISTORIES_IN_TIME = 1_000_000;

/** What a learner may write in place of the scenario's own; `ownProcesses` adds the rules. */
export interface Processes {
  readonly relay?: Process;
  readonly consumer?: Process;
  /** Histories that each of them may be asked for; left out: as many as a state has room for, or more where time passes. */
  readonly histories?: number;
  readonly rules: OwnRules;
}

export function planOf(
  given: Scenario,
  timed: boolean,
  commands: readonly Command[] = [],
  processes?: Processes,
): Plan {
  const scenario = processes?.relay === undefined ? given : withMarks(given);
  const { workload, publication } = scenario;
  const events = ordersIn(scenario, timed ? commands : []);
  const cast = castOf(scenario);
  const actions = actionsOf(scenario, timed, cast, processes);
  const most = processes?.histories ?? (timed ? HISTORIES_IN_TIME : MOST_HISTORIES);
  return {
    scenario,
    timed,
    broker: brokers[scenario.broker.kind],
    events,
    aggregates: Math.max(1, Math.min(workload.aggregates, events)),
    sessions: cast.sessions,
    relays: cast.relays,
    claim: claimOf(scenario),
    cursor: publication === 'cdc' ? 'log' : scenario.relays.cursor,
    groups: cast.groups,
    members: cast.members,
    prefetch: Math.max(1, ...scenario.consumers.map(({ prefetch }) => prefetch)),
    actors: cast.actors,
    actions,
    turns: turnsOf(actions),
    inputs: timed ? inputsOf(scenario, commands) : [],
    waiting: timed ? waitingOf(scenario) : [],
    judged: new Set(scenario.invariants),
    processes: {
      relay:
        processes?.relay === undefined ? null : processes.rules.historiesOf('relay', processes.relay, most),
      consumer:
        processes?.consumer === undefined
          ? null
          : processes.rules.historiesOf('consumer', processes.consumer, most),
    },
    ownRules: processes?.rules ?? null,
  };
}

/** Those of the workload, and those that people place. */
function ordersIn({ workload }: Scenario, commands: readonly Command[]): number {
  const placed = commands.filter((command) => command.do.startsWith('place-')).length;
  return Math.min(workload.orders + placed, MOST_EVENTS);
}

/** A learner's relay asks for rows that are not marked: it reads no log, and keeps no place in an order. */
const withMarks = (scenario: Scenario): Scenario => ({
  ...scenario,
  publication: scenario.publication === 'cdc' ? 'outbox' : scenario.publication,
  relays: { ...scenario.relays, cursor: 'dispatched-null' },
});

/** Why a learner's process cannot be gone on with; null while all is well. */
export const faultIn = ({ processes: { relay, consumer } }: Plan): ProcessFault | null =>
  relay?.fault() ?? consumer?.fault() ?? null;
