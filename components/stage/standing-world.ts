// What the stage's buttons and words ask of a world: read from its columns, however many events there are.
import { at, timeAt } from '@/lib/sim/columns';
import { dedupOf } from '@/lib/sim/inbox';
import { viewRelay } from '@/lib/sim/look/relay-view';
import type { RelayView } from '@/lib/sim/look/view';
import type { Dedup } from '@/lib/sim/scenario/scenario';
import { MEMBER, SESSION, type World } from '@/lib/sim/world';

export interface StandingWorld {
  readonly broker: { readonly up: boolean };
  /** A transaction that has nothing to do with orders is open. */
  readonly transactionHeld: boolean;
  /** The order service is at work on an order. */
  readonly isWriting: boolean;
  readonly relays: readonly Pick<RelayView, 'phase' | 'armed' | 'skew'>[];
  readonly groups: readonly StandingGroup[];
}

interface StandingGroup {
  readonly name: string;
  /** How it tells duplicates now. */
  readonly dedup: Dedup;
  readonly hasDeadLetters: boolean;
  /** A member is up. */
  readonly isUp: boolean;
  readonly isSlow: boolean;
}

/** How a world stands now. It stays as it is. */
export function standingOf(world: World): StandingWorld {
  const { plan, broker, service, sessions, members, times } = world;
  return {
    broker: { up: at(broker.up, 0) === 1 },
    transactionHeld: at(service.held, 0) > 0,
    isWriting: sessions.phase.some((phase) => phase !== SESSION.idle),
    relays: Array.from({ length: plan.relays }, (_, relay) => viewRelay(world, () => null, relay)),
    groups: plan.groups.map(({ settings, index, from, to }) => ({
      name: settings.name,
      dedup: dedupOf(world, index),
      hasDeadLetters: plan.timed && timeAt(times.firstDead, index) > 0,
      isUp: members.phase.subarray(from, to).some((phase) => phase !== MEMBER.crashed),
      isSlow: plan.timed && timeAt(times.slowness, from) !== 1,
    })),
  };
}
