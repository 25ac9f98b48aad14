// Where learners' processes stand at a moment of a trace: what they have asked for, and at which line.

import { at } from '../columns';
import { type Trace, worldAfter } from '../trace';
import { MEMBER, RELAY, type World } from '../world';
import { memberRound } from './consumer-process';
import type { Turn } from './process';
import { relayRound } from './relay-process';

/** One entry a relay, and one a member of a group; null for one that is no process, or has no round to stand in. */
export interface Turns {
  readonly relays: readonly (Turn | null)[];
  readonly members: readonly (Turn | null)[];
}

/** Where they stand after so many steps of a trace: of a run in time, or of a way that an exploration found. */
export const turnsAfter = (trace: Trace, steps: number): Turns => turnsOf(worldAfter(trace, steps));

const turnsOf = (world: World): Turns => ({
  relays: Array.from({ length: world.plan.relays }, (_, relay) => relayTurn(world, relay)),
  members: world.plan.members.map((_, member) => memberTurn(world, member)),
});

function relayTurn(world: World, relay: number): Turn | null {
  const phase = at(world.relays.phase, relay);
  const isAway = phase === RELAY.crashed || phase === RELAY.stopped || phase === RELAY.resting;
  return world.plan.processes.relay === null || isAway ? null : relayRound(world, relay).turn;
}

function memberTurn(world: World, member: number): Turn | null {
  const phase = at(world.members.phase, member);
  if (world.plan.processes.consumer === null || phase !== MEMBER.handling) return null;
  return memberRound(world, member)?.turn ?? null;
}
