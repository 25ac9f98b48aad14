// Which branches are to be computed anew, and the one computation that is under way. What was asked for in the
// meantime waits in the branch's own list of commands, so nothing that was done is lost.
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import type { Run } from './run';

/** What a run is made of. */
export interface Inputs {
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
}

export interface Simulator {
  /** Runs a scenario with what is done to it. Never asked twice at a time. Rejects with words for the reader. */
  readonly simulate: (scenario: Scenario, commands: readonly Command[]) => Promise<Run>;
  /** The answer that is under way is not wanted any more. */
  readonly stopSimulating?: () => void;
}

/** What becomes of it. */
export interface Computed {
  readonly began: () => void;
  /** A branch has its run, with so many commands more than it had before. */
  readonly arrived: (id: number, run: Run, more: number) => void;
  /** These branches never had a run of their own, and will not get one. */
  readonly dropped: (ids: readonly number[]) => void;
  /** Nothing is left to compute, and this was the last that could not be: `rested` is not told. */
  readonly failed: (error: unknown) => void;
  /** Nothing is left to compute. */
  readonly rested: () => void;
}

export interface Computing {
  /** What a branch is to be run with, all that was done included. Undefined for a branch that is not computed here. */
  readonly wantedOf: (id: number) => Inputs | undefined;
  /** What the run that it has was made of. */
  readonly heldOf: (id: number) => Inputs | undefined;
  /** A new branch that shows the beginning until it has its run. */
  readonly begin: (id: number, inputs: Inputs) => void;
  /** A new branch with another's run, until it has its own: without that it will not be. */
  readonly fork: (id: number, of: number, inputs: Inputs) => void;
  /** A new branch, in everything like another. */
  readonly copy: (id: number, of: number) => void;
  /** Asks for a run; the one that is under way still arrives before it. */
  readonly want: (id: number, inputs: Inputs) => void;
  /** Asks for a run in place of the one that is under way. */
  readonly wantInstead: (id: number, inputs: Inputs) => void;
  readonly forget: (id: number) => void;
  /** Ends what is under way, and forgets all. */
  readonly clear: () => void;
  /** Ends what is under way; each branch stays as it is. False if nothing was. */
  readonly stop: () => boolean;
}

interface Order {
  readonly wanted: Inputs;
  readonly held: Inputs;
  readonly own: boolean;
}

export function createComputing({ simulate, stopSimulating }: Simulator, told: Computed): Computing {
  const orders = new Map<number, Order>();
  let underWay: { readonly id: number } | null = null;
  // It is told once all has been computed: what waits would take its words away.
  let failure: { readonly error: unknown } | null = null;

  const rest = () => {
    const last = failure;
    failure = null;
    if (last === null) told.rested();
    else told.failed(last.error);
  };

  const goOn = () => {
    if (underWay !== null) return;
    const next = [...orders].find(([, { wanted, held }]) => wanted !== held);
    if (next === undefined) return rest();
    const [id, { wanted, held }] = next;
    const mine = { id };
    underWay = mine;
    const ifMine = (then: () => void) => {
      if (underWay !== mine) return;
      underWay = null;
      then();
      goOn();
    };
    const arrive = (run: Run) => {
      orders.set(id, { ...(orders.get(id) as Order), held: wanted, own: true });
      told.arrived(id, run, Math.max(0, wanted.commands.length - held.commands.length));
    };
    const fail = (error: unknown) => {
      giveUp([id]);
      failure = { error };
    };
    told.began();
    simulate(wanted.scenario, wanted.commands).then(
      (run) => ifMine(() => arrive(run)),
      (error: unknown) => ifMine(() => fail(error)),
    );
  };

  /** Back to what each of them has; whoever has nothing goes. */
  const giveUp = (ids: readonly number[]) => {
    const dropped = ids.filter((id) => orders.get(id)?.own === false);
    for (const id of ids) {
      const order = orders.get(id);
      if (order !== undefined) orders.set(id, { ...order, wanted: order.held });
    }
    for (const id of dropped) orders.delete(id);
    if (dropped.length > 0) told.dropped(dropped);
  };

  const abandon = (id: number | null) => {
    if (underWay === null || underWay.id !== id) return;
    underWay = null;
    stopSimulating?.();
  };

  const want = (id: number, wanted: Inputs) => {
    orders.set(id, { ...(orders.get(id) as Order), wanted });
    goOn();
  };

  return {
    wantedOf: (id) => orders.get(id)?.wanted,
    heldOf: (id) => orders.get(id)?.held,
    begin: (id, wanted) => {
      orders.set(id, { wanted, held: { ...wanted }, own: true });
      goOn();
    },
    fork: (id, of, wanted) => {
      orders.set(id, { wanted, held: (orders.get(of) as Order).held, own: false });
      goOn();
    },
    copy: (id, of) => {
      const order = orders.get(of);
      if (order !== undefined) orders.set(id, order);
      goOn();
    },
    want,
    wantInstead: (id, inputs) => {
      abandon(id);
      want(id, inputs);
    },
    forget: (id) => {
      abandon(id);
      orders.delete(id);
      goOn();
    },
    clear: () => {
      abandon(underWay?.id ?? null);
      orders.clear();
      failure = null;
    },
    stop: () => {
      if (underWay === null) return false;
      abandon(underWay.id);
      giveUp([...orders.keys()]);
      failure = null;
      return true;
    },
  };
}
