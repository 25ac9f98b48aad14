// What makes sense to be done to the run at a moment: the few deeds of the toolbar. All of them are the menu's.
import type { Meaning } from '@/lib/scene/meanings';
import { castOf } from '@/lib/sim/cast';
import type { Deed, Scenario } from '@/lib/sim/scenario/scenario';
import { nameOf } from '@/lib/sim/tell/words';
import type { Trace } from '@/lib/sim/trace';
import type { StageStore } from '@/lib/store/stage';
import type { StageAction } from './stage-keys';
import type { StandingWorld } from './standing-world';
import { deedWords, relayName } from './timeline/deed-words';

export interface Doing {
  readonly action: StageAction;
  readonly words: string;
  readonly deed: Deed;
  readonly meaning: Meaning | null;
  /** Why it cannot be done now. */
  readonly not: string | null;
}

/** The buttons of the toolbar. */
export function doingsOf(scenario: Scenario, world: StandingWorld): readonly Doing[] {
  const doing = (action: StageAction, words: string, deed: Deed): Doing => ({
    action,
    words,
    deed,
    meaning: deedWords(deed, scenario).meaning,
    not: null,
  });
  const broker: Deed = { do: world.broker.up ? 'broker-down' : 'broker-up' };
  return [
    doing('order', 'Place order', { do: 'place-order' }),
    doing('roll-back', 'Place order and roll back', { do: 'place-and-roll-back' }),
    { ...crashOf(scenario, doing), not: whyNoCrash(scenario, world) },
    ...(hasBroker(scenario) ? [doing('broker', deedWords(broker, scenario).todo, broker)] : []),
  ];
}

/** Whoever takes events from where they were written to where they are read: a relay, or the order service itself. */
function crashOf(
  scenario: Scenario,
  doing: (action: StageAction, words: string, deed: Deed) => Doing,
): Doing {
  if (castOf(scenario).relays > 0)
    return doing('crash', `Crash ${relayName(undefined, scenario)}`, { do: 'arm-crash' });
  return scenario.publication === 'dual-write'
    ? doing('crash', 'Crash the order service', { do: 'crash-service' })
    : doing('crash', 'Crash the consumer', { do: 'crash-consumer' });
}

function whyNoCrash(scenario: Scenario, { relays, isWriting }: StandingWorld): string | null {
  if (relays.length > 0)
    return relays.every(({ armed }) => armed) ? 'It will crash once it has published a row.' : null;
  return scenario.publication === 'dual-write' && !isWriting
    ? 'It can crash while it writes an order.'
    : null;
}

/** Where the table is the queue there is no broker that could go down without the database. */
export const hasBroker = ({ broker }: Scenario): boolean => broker.kind !== 'outbox';

/** One for each consumer; the key is the first one's. */
export interface Switching {
  readonly words: string;
  readonly action: StageAction | null;
  readonly on: boolean;
  readonly deed: Deed;
}

export const switchesOf = ({ groups }: StandingWorld): readonly Switching[] =>
  groups.map(({ name, dedup }, index) => ({
    words: groups.length === 1 ? 'Dedup' : `${nameOf(name)} dedup`,
    action: index === 0 ? 'dedup' : null,
    on: dedup !== 'none',
    deed: { do: 'set-dedup', consumer: name, dedup: dedup === 'none' ? 'same-transaction' : 'none' },
  }));

/** What the keys of doing do, as the run stands. */
export function deedActions(
  store: Pick<StageStore, 'act'>,
  { trace, world }: { readonly trace: Trace; readonly world: StandingWorld },
): { readonly [Action in StageAction]?: () => void } {
  const doings = doingsOf(trace.scenario, world).filter(({ not }) => not === null);
  return Object.fromEntries(
    [...doings, ...switchesOf(world)].flatMap(({ action, deed }) =>
      action === null ? [] : [[action, () => store.act(deed)]],
    ),
  );
}
