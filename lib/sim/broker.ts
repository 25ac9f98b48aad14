// What every broker is asked to do. One folder in `brokers/` answers it for each kind.
import type { Shape } from './columns';
import type { KeptView } from './look/kept-view';
import type { Lane } from './look/view';
import type { Plan } from './plan';
import type { BrokerKind } from './scenario/scenario';
import type { Micros, World } from './world';

/** What became of a message that a publisher sent. */
export type Receipt =
  /** It has it. */
  | 'taken'
  /** It could not be reached: try again later. */
  | 'refused'
  /** It said no to this very message. */
  | 'returned'
  /** It has confirmed it, and nobody will ever see it. */
  | 'dropped';

export interface Broker {
  readonly kind: BrokerKind;
  /** The columns that it keeps in the world's state, as `world.broker.own`. Those of a member are in its `members`. */
  readonly shape: (plan: Plan) => Shape;
  /** What a member has in hand and has not begun on comes back as if it had never been handed over. */
  readonly takesBack?: true;
  /** Sets up what its columns say before anything has happened; without it they are all zero. */
  readonly begin?: (world: World) => void;
  /** How many things of its own it may do (rebalance, claim what is idle): actions `broker` 0, 1, … */
  readonly timers: (members: number) => number;
  /** Takes a message, or says why not. */
  readonly publish: (world: World, message: number) => Receipt;
  /** There is a message that it could hand to this member now. */
  readonly offers: (world: World, member: number) => boolean;
  /** Hands it over, and keeps it until it is settled. Returns the message; 0 where it turned out that nothing is left of it. */
  readonly deliver: (world: World, member: number) => number;
  /** The member is done with the message at the head of its hand. */
  readonly acknowledge: (world: World, member: number, message: number) => void;
  /** The member failed and wants the message again later, behind the others: a retry queue. */
  readonly retryLater: (world: World, member: number, message: number) => void;
  /** A dead letter or a parked one comes back, as it was. */
  readonly redrive: (world: World, group: number, message: number) => void;
  /** The member's connection is gone, with all that it had in hand: `hand`, oldest first. Its phase is still what it was. */
  readonly lose: (world: World, member: number, hand: readonly number[]) => void;
  /**
   * A group is set back to the first message that is still there, though it was done with it. Returns how many it gets
   * again; 0, or nothing here at all, where none was kept. Timed runs only.
   */
  readonly replay?: (world: World, group: number) => number;
  /** The broker itself came back up: what was not kept on disk is gone. Returns how many messages were lost. */
  readonly restart: (world: World) => number;
  readonly timerReady: (world: World, timer: number) => boolean;
  readonly timerDelay: (world: World, timer: number) => number;
  readonly timer: (world: World, timer: number) => void;
  /**
   * A member takes a message away from one that is still at work on it, where that is possible. Only where time is
   * erased, and at the cost of a redelivery: nobody can tell there whether the other is slow or gone.
   */
  readonly seizure?: {
    readonly isPossible: (world: World, member: number) => boolean;
    readonly seize: (world: World, member: number) => void;
  };
  /** There is no ack to send: a message is settled in the very step that is done with it, the effect's own. */
  readonly settlesWithEffect?: boolean;
  /**
   * A dead letter, or one that is set aside, is turned down with `basic.reject`: the broker moves it and lets go of it
   * in one step, and no ack follows. Without it the step that tells the broker (an offset, an `XACK`) comes after.
   */
  readonly rejects?: true;
  /** It routes by key itself, and keeps nothing: a message that no group is bound for is nowhere once it was taken. */
  readonly routes?: true;
  /** When a member that asks for its messages looks for the next one; without it messages are pushed. Timed runs only. */
  readonly looksAt?: (world: World, member: number) => Micros;
  /** What it holds, as it looks from outside: its queues, partitions or streams. */
  readonly view?: (world: World) => readonly Lane[];
  /** The same to be drawn, as its kind has it: so many messages of each at most, however many there are. */
  readonly keeps?: (world: World, most: number) => readonly KeptView[];
}
