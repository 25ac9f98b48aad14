// What decides a run. Types, not interfaces: a scenario is JSON, and is passed on as such.
import type { BrokerKind, BrokerSettings } from '../brokers/settings';

/** Model time as people write and read it: milliseconds from the start of the run. */
export type Millis = number;

/** When a consumer records the id of an event: not at all, in a transaction of its own before the effect, or with it. */
export type Dedup = 'none' | 'before' | 'same-transaction';

export const DEDUPS: readonly Dedup[] = ['none', 'before', 'same-transaction'];

export type Workload = {
  /** How many orders are placed by themselves; each writes one event. */
  readonly orders: number;
  /** The n-th order is about aggregate (n − 1) mod this. */
  readonly aggregates: number;
  readonly everyMs: Millis;
  /** Every n-th transaction rolls back; 0: none does. */
  readonly rollbackEvery: number;
  /** Two transactions may be open at once, and commit in either order. */
  readonly overlap: boolean;
  /** A transaction first takes a lock on its aggregate (`pg_advisory_xact_lock`), before it writes anything. */
  readonly lockAggregate: boolean;
  /** Where an event's version comes from: a counter handed out in turn, or `max(version) + 1` over what is committed. */
  readonly versions: 'counter' | 'max';
  /** In a dual write: what comes first. */
  readonly dualWrite: 'commit-first' | 'publish-first';
  /** The size of a payload. NOTIFY refuses 8,000 and more. */
  readonly payloadBytes: number;
};

export type Retry = {
  /** Attempts at one row before it is set aside as dead. An outage is not counted, unless `outages` says so. */
  readonly max: number;
  readonly baseMs: Millis;
  readonly factor: number;
  readonly capMs: Millis;
  readonly jitter: 'none' | 'equal' | 'full';
  /** What a broker that is away means for the row at hand: nothing, the relay waits; or one attempt less, as if the row were to blame. */
  readonly outages: 'pause' | 'count';
};

export type Relays = {
  readonly count: number;
  readonly pollMs: Millis;
  readonly batch: number;
  readonly claim: 'none' | 'skip-locked' | 'lease' | 'head-of-key';
  readonly cursor: 'dispatched-null' | 'last-id' | 'xmin-fence';
  readonly mark: 'after-confirm' | 'after-publish' | 'before-publish';
  readonly leaseMs: Millis;
  /** Whose clock a lease is held against. */
  readonly leaseClock: 'database' | 'relay';
  readonly retry: Retry;
  /** Dispatched rows older than this are deleted every so often; 0: never. */
  readonly purgeMs: Millis;
  /** Rows that no broker takes, by order of creation from 1. */
  readonly poison: readonly number[];
};

export type { BrokerKind, BrokerSettings };

export type ConsumerSettings = {
  readonly name: string;
  /** Members of the group: each event goes to one of them. */
  readonly count: number;
  readonly dedup: Dedup;
  /** Recorded ids are forgotten after this; 0: never. */
  readonly dedupWindowMs: Millis;
  /** Routing keys that it wants, as patterns: `order.*`, `#`. */
  readonly bindings: readonly string[];
  /** Messages a member may hold that it has not acknowledged. */
  readonly prefetch: number;
  /** Events whose first attempt fails, by order of creation from 1. */
  readonly failures: readonly number[];
  /** Events that fail at every attempt until they are redriven. */
  readonly poison: readonly number[];
  readonly maxAttempts: number;
  /** Where a failed message goes to be tried again: it stays in hand, or joins the end of a retry queue. */
  readonly retry: 'in-place' | 'retry-queue';
  /** A dead letter stops its key, or is skipped. */
  readonly onPoison: 'halt' | 'skip';
  /** While a key is halted its later events are set aside, so that other keys go on. Without it everything behind waits. */
  readonly park: boolean;
  /** Dead letters are sent once more, with their ids, after the fault is mended: this long after the first one; 0: never. */
  readonly redriveMs: Millis;
};

/** The name of a kind of step that a fault can wait for: see `step.ts`. */
export type Moment =
  /** Right after the n-th such step, counted from 1. */
  { readonly step: string; readonly occurrence: number } | { readonly ms: Millis };

export type Fault =
  | { readonly do: 'crash-relay'; readonly at: Moment; readonly relay?: number }
  | { readonly do: 'crash-consumer'; readonly at: Moment; readonly consumer?: string }
  | { readonly do: 'crash-service'; readonly at: Moment }
  | { readonly do: 'redeliver'; readonly at: Moment; readonly consumer?: string }
  /** The consumer is set back to the first message that its broker still has. */
  | { readonly do: 'replay'; readonly at: Moment; readonly consumer?: string }
  | { readonly do: 'broker-down'; readonly from: Millis; readonly to: Millis }
  | { readonly do: 'broker-restart'; readonly at: Moment }
  | ({ readonly do: 'slow-consumer'; readonly consumer?: string; readonly factor: number } & Span)
  | ({ readonly do: 'hold-transaction' } & Span)
  | ({ readonly do: 'connector-stopped' } & Span)
  /** The relay's clock is ahead by so much, or behind where it is negative. */
  | { readonly do: 'clock-skew'; readonly relay?: number; readonly ms: Millis };

type Span = {
  readonly from: Millis;
  readonly to: Millis;
};

/** All that a scenario can be judged by, in the order in which they are told. */
export const INVARIANTS = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6'] as const;

export type Invariant = (typeof INVARIANTS)[number];

/** How far an exploration goes. */
export type Budgets = {
  /** Crashes of a relay or of the service, connections lost under a publish, and leases that run out under a living owner. */
  readonly crashes: number;
  /** Times that the broker hands out again what it handed out before: a consumer crashed, or its ack was lost. */
  readonly redeliveries: number;
  readonly states: number;
};

/** Everything that decides a run, but for what a learner does. Same scenario, same run. Plain JSON. */
export type Scenario = {
  readonly seed: number;
  /** How many times faster everything happens than a person could follow. What is given in milliseconds stays as it is. */
  readonly pace: number;
  readonly workload: Workload;
  readonly publication: 'outbox' | 'dual-write' | 'cdc' | 'notify';
  readonly relays: Relays;
  readonly broker: BrokerSettings;
  readonly consumers: readonly ConsumerSettings[];
  readonly faults: readonly Fault[];
  readonly budgets: Budgets;
  readonly invariants: readonly Invariant[];
};

/** What someone does to the run at a time: an input, like the scenario itself. */
export type Command = { readonly at: Millis } & Deed;

export type Deed =
  | { readonly do: 'place-order' }
  | { readonly do: 'place-and-roll-back' }
  | { readonly do: 'crash-relay'; readonly relay?: number }
  /** Crashes the relay at the next moment between publish and mark, which may be now. */
  | { readonly do: 'arm-crash'; readonly relay?: number }
  | { readonly do: 'crash-consumer'; readonly consumer?: string }
  | { readonly do: 'crash-service' }
  | { readonly do: 'redeliver'; readonly consumer?: string }
  | { readonly do: 'replay'; readonly consumer?: string }
  | { readonly do: 'broker-down' }
  | { readonly do: 'broker-up' }
  | { readonly do: 'broker-restart' }
  | { readonly do: 'slow-consumer'; readonly consumer?: string; readonly factor: number }
  | { readonly do: 'hold-transaction' }
  | { readonly do: 'release-transaction' }
  | { readonly do: 'stop-connector' }
  | { readonly do: 'start-connector' }
  | { readonly do: 'skew-clock'; readonly relay?: number; readonly ms: Millis }
  | { readonly do: 'redrive'; readonly consumer?: string }
  | { readonly do: 'set-dedup'; readonly consumer: string; readonly dedup: Dedup };
