// Who is who in the columns of a consumer group: its members, its events, its keys.
import type { Group } from './cast';
import { FIRST_RELAY } from './step';
import { aggregateOf, type World } from './world';

/** The group that a member belongs to. */
export const groupOf = ({ plan }: World, member: number): Group => plan.members[member] as Group;

/** The code of a member in a step. */
export const actorOf = ({ plan }: World, member: number): number => FIRST_RELAY + plan.relays + member;

/** The entry of an event in the columns of a group. */
export const entryOf = ({ plan }: World, group: number, event: number): number =>
  group * (plan.events + 1) + event;

/** The entry of an event's aggregate in the columns of a group. */
export const keyOf = (world: World, group: number, event: number): number =>
  group * world.plan.aggregates + aggregateOf(world, event);
