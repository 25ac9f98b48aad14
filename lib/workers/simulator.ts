// Runs a scenario in slices, so that whoever waits hears how far it has come, and makes of it all that a stage needs.
import { transfer } from 'comlink';
import { type Flights, flightsOf } from '@/lib/scene/flights';
import { type Ledger, ledgerOf } from '@/lib/sim/look/ledger';
import { buffersIn, isPlain, type PackedTrace, packTrace } from '@/lib/sim/packed';
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import { createRun, type Trace } from '@/lib/sim/trace';

/** Steps of a run in the page: it stops there, and its trace says so. */
const PAGE_STEPS = 1_000_000;

/** Orders of a run in the page, those that people place included. */
const PAGE_ORDERS = 200_000;

/** What came of it; or why it was not begun, in words. */
export type Simulated =
  | {
      readonly at: 'done';
      readonly trace: PackedTrace;
      readonly flights: Flights;
      readonly ledger: Ledger;
    }
  | { readonly at: 'refused'; readonly words: string };

export type ReportSteps = (steps: number) => void | Promise<void>;

/** Steps between two reports. */
const SLICE = 50_000;

export const simulatorService = {
  simulate: async (
    scenario: Scenario,
    commands: readonly Command[],
    report: ReportSteps = () => undefined,
  ): Promise<Simulated> => {
    const orders = ordersIn(scenario, commands);
    if (orders > PAGE_ORDERS) return { at: 'refused', words: tooMany(orders) };
    const running = createRun(scenario, commands, PAGE_STEPS);
    // To wait for the report to arrive lets it through.
    while (running.advance(SLICE)) await report(running.steps());
    return handedOver(running.trace());
  },
};

export type SimulatorService = typeof simulatorService;

/** Flights and ledger are read from the trace before it goes. */
function handedOver(trace: Trace): Simulated {
  if (!isPlain(trace)) throw new Error('A run of a scenario alone has neither a path nor a process.');
  const [flights, ledger] = [flightsOf(trace), ledgerOf(trace)];
  const { packed, buffers } = packTrace(trace);
  const going = new Set([...buffers, ...buffersIn([flights, ledger])]);
  return transfer({ at: 'done', trace: packed, flights, ledger }, [...going]);
}

const ordersIn = ({ workload }: Scenario, commands: readonly Command[]): number =>
  workload.orders + commands.filter((command) => command.do.startsWith('place-')).length;

const tooMany = (orders: number): string =>
  `The scenario has ${orders.toLocaleString('en')} orders, and the page runs ${PAGE_ORDERS.toLocaleString('en')} at most. The command line runs more: npm run -s simulate -- FILE`;
