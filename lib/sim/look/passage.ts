// Every copy of an event that the broker took, and how each group stands with it: what the steps of a trace add up to.
import { brokers } from '../brokers';
import { typeOf } from '../event';
import { isBound } from '../routing';
import type { ConsumerSettings, Millis, Scenario } from '../scenario/scenario';
import { FIRST_RELAY } from '../step';
import type { Trace } from '../trace';

/** What a group made of a copy. `missed`: none of its members was there to hear it; `lost`: the broker had it no more. */
export type Outcome = 'applied' | 'doubled' | 'skipped' | 'dead-lettered' | 'parked' | 'missed' | 'lost';

export interface Handling {
  /** The member, or the broker. */
  readonly by: string;
  readonly at: Millis;
  readonly outcome: Outcome;
}

/** A copy on its way; entries by group. */
export interface Copy {
  readonly event: number;
  readonly copy: number;
  readonly row: number;
  readonly takenAt: Millis;
  /** `unwanted`: it goes elsewhere. Null until the group has handled it. */
  readonly outcomes: (Outcome | 'unwanted' | null)[];
  readonly handlings: Handling[][];
  /** The group is to get it, or has it, and has not acknowledged it. */
  readonly owed: boolean[];
}

/** How a group stands with an event. */
export interface Standing {
  /** Copies that the group has still to handle. */
  open: number;
  effects: number;
  /** It made an effect or skipped it, at least once. */
  handled: boolean;
  /** Its id was recorded before any effect. */
  recorded: boolean;
  /** `sent-again`: it was a dead letter, or stood behind one, and its effect is the next step. */
  dead: 'no' | 'dead' | 'parked' | 'sent-again';
  /** The copy that was handed over last. */
  last: Copy | null;
}

export interface Passage {
  readonly trace: Trace;
  /** Each handling of a copy is kept; who only counts has no room for them in a long run. */
  readonly keepsHandlings: boolean;
  readonly consumers: readonly ConsumerSettings[];
  /** A message is settled in the step that is done with it: there are no acks. */
  readonly settles: boolean;
  /** So it is with dead letters and with what stands aside, at a broker that knows rejects. */
  readonly rejects: boolean;
  /** What no group is bound for, the broker lets fall. */
  readonly routes: boolean;
  /** The group of each actor, by its code; −1 for whoever is no consumer. */
  readonly groups: readonly number[];
  readonly copies: Copy[];
  readonly byEvent: Copy[][];
  /** The groups that want each event. */
  readonly wanted: (readonly number[])[];
  /** By group and event. */
  readonly standings: Standing[][];
  /** What each member has in hand, by the code of the actor. */
  readonly hands: Map<number, Copy[]>;
  /** How many members of a group missed a copy. */
  readonly missed: Map<string, number>;
  /** Copies that each group has not acknowledged. */
  readonly lag: number[];
  /** Copies that some group has still to handle. */
  inFlight: number;
  /** Dead letters of all groups, and events that stand aside behind one. */
  dead: number;
  parked: number;
  /** Handlings of an event by a group that had handled it before. */
  duplicates: number;
  /** Events that the last step said something about. */
  touched: number[];
}

/** How many relays a trace is about. */
export const relayCount = ({ actors, scenario }: Trace): number =>
  actors.length - FIRST_RELAY - scenario.consumers.reduce((sum, { count }) => sum + count, 0);

/** Before the first step. */
export function beginPassage(trace: Trace, keepsHandlings = true): Passage {
  const { consumers, broker } = trace.scenario;
  const others = new Array<number>(FIRST_RELAY + relayCount(trace)).fill(-1);
  return {
    trace,
    keepsHandlings,
    consumers,
    settles: brokers[broker.kind].settlesWithEffect === true,
    rejects: brokers[broker.kind].rejects === true,
    routes: brokers[broker.kind].routes === true,
    groups: [...others, ...consumers.flatMap(({ count }, group) => new Array<number>(count).fill(group))],
    copies: [],
    byEvent: [],
    wanted: [],
    standings: consumers.map(() => []),
    hands: new Map(),
    missed: new Map(),
    lag: consumers.map(() => 0),
    inFlight: 0,
    dead: 0,
    parked: 0,
    duplicates: 0,
    touched: [],
  };
}

export const groupOf = ({ groups }: Passage, actor: number): number => groups[actor] ?? -1;

export function standingOf({ standings }: Passage, group: number, event: number): Standing {
  const of = standings[group] as Standing[];
  of[event] ??= { open: 0, effects: 0, handled: false, recorded: false, dead: 'no', last: null };
  return of[event];
}

/** The groups whose bindings match an event of this version. */
export const wantedBy = ({ consumers, broker }: Scenario, version: number): readonly number[] =>
  consumers.flatMap(({ bindings }, group) =>
    isBound(broker, bindings, typeOf(version).routingKey) ? [group] : [],
  );
