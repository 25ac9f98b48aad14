// What a group knows and has brought about, without an object for each event: how many, and the last of them.
import { at, type Column } from '../columns';
import { entryOf } from '../group';
import { isKnown } from '../inbox';
import { DEAD, type World } from '../world';

export interface Counted<Item> {
  readonly count: number;
  /** The newest events among them, in order. */
  readonly last: readonly Item[];
}

export interface GroupWindow {
  readonly inbox: Counted<number>;
  /** `total` counts every effect, `count` events with one. */
  readonly effects: Counted<{ readonly event: number; readonly times: number }> & { readonly total: number };
  readonly deadLetters: Counted<number>;
  readonly parked: Counted<number>;
  readonly halted: readonly number[];
}

export function viewGroupWindow(world: World, group: number, most: number): GroupWindow {
  const { groups } = world;
  const from = entryOf(world, group, 0);
  const newest = at(world.service.next, 0) - 1;
  const part = (column: Column): Column => column.subarray(from, from + newest + 1);
  const dead = part(groups.dead);
  const effects = part(groups.effects);
  const count = newest - countOf(effects, 0);
  return {
    inbox: inboxOf(world, group, part(groups.inbox), most),
    effects: {
      count,
      total: sumOf(effects),
      last: lastOf(effects, Math.min(most, count), 1, Number.POSITIVE_INFINITY).map((event) => ({
        event,
        times: at(effects, event),
      })),
    },
    deadLetters: counted(dead, DEAD.dead, most),
    parked: counted(dead, DEAD.parked, most),
    halted: haltedIn(world, group),
  };
}

/** The ids that it knows; where it forgets them after a while, those that it has not forgotten. */
function inboxOf(world: World, group: number, inbox: Column, most: number): Counted<number> {
  const { plan } = world;
  const forgets = plan.timed && (plan.groups[group]?.settings.dedupWindowMs ?? 0) > 0;
  if (!forgets) return counted(inbox, 1, most);
  const known = inbox.map((_, event) => (isKnown(world, group, event) ? 1 : 0));
  return counted(known, 1, most);
}

const counted = (column: Column, value: number, most: number): Counted<number> => {
  const count = countOf(column, value);
  return { count, last: lastOf(column, Math.min(most, count), value, value) };
};

/** How many events have this value. Read as it is: a hundred thousand are counted while a frame is drawn. */
function countOf(column: Column, value: number): number {
  const { length } = column;
  let count = 0;
  for (let event = 1; event < length; event += 1) if (column[event] === value) count += 1;
  return count;
}

function sumOf(column: Column): number {
  const { length } = column;
  let sum = 0;
  for (let event = 1; event < length; event += 1) sum += column[event] as number;
  return sum;
}

/** The newest events whose value is one of these, in order. */
function lastOf(column: Column, most: number, least: number, greatest: number): readonly number[] {
  const last: number[] = [];
  for (let event = column.length - 1; event > 0 && last.length < most; event -= 1) {
    const value = column[event] as number;
    if (value >= least && value <= greatest) last.push(event);
  }
  return last.reverse();
}

/** Keys that a dead letter has stopped, counted from 1. */
function haltedIn({ groups, plan }: World, group: number): readonly number[] {
  const halted: number[] = [];
  for (let key = 0; key < plan.aggregates; key += 1) {
    if (at(groups.halted, group * plan.aggregates + key) > 0) halted.push(key + 1);
  }
  return halted;
}
