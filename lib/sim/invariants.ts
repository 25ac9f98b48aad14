// What must hold. Some break at a step, which then says so at once; the others are judged where nothing more happens.
import { at } from './columns';
import { wants } from './routing';
import { INVARIANTS, type Invariant } from './scenario/scenario';
import { aggregateOf, DEAD, ROW, type World } from './world';

const bitOf = (invariant: Invariant): number => 1 << INVARIANTS.indexOf(invariant);

const BITS: { readonly [Name in Invariant]: number } = {
  I1: bitOf('I1'),
  I2: bitOf('I2'),
  I3: bitOf('I3'),
  I4: bitOf('I4'),
  I5: bitOf('I5'),
  I6: bitOf('I6'),
};

/** The step at hand broke it. One that the scenario does not ask about leaves no mark. */
export function breakInvariant({ broken, plan }: World, invariant: Invariant): void {
  if (plan.judged.has(invariant)) broken.invariants[0] = at(broken.invariants, 0) | BITS[invariant];
}

/** The lowest-numbered invariant that has been broken so far; null while all hold. */
export function brokenIn({ broken }: World): Invariant | null {
  const bits = at(broken.invariants, 0);
  return bits === 0 ? null : (INVARIANTS.find((invariant) => (bits & BITS[invariant]) !== 0) ?? null);
}

/** The lowest-numbered invariant that does not hold in a world in which nothing more happens by itself. */
export function brokenAtRest(world: World): Invariant | null {
  const broken = brokenIn(world);
  const { judged } = world.plan;
  if (broken === 'I1') return broken;
  if (judged.has('I2') && !nothingLost(world)) return 'I2';
  if (broken !== null) return broken;
  return judged.has('I6') && !isolated(world) ? 'I6' : null;
}

/** I2: every committed event was handled by every group that wants it, or stands among its dead letters; and none was dropped. */
function nothingLost(world: World): boolean {
  if (world.plan.broker.routes === true && someDropped(world)) return false;
  for (let group = 0; group < world.plan.groups.length; group += 1) {
    if (!allAccounted(world, group, false)) return false;
  }
  return true;
}

/** A committed event that is bound for nobody, though its relay did not set it aside: the broker let it fall. */
function someDropped(world: World): boolean {
  for (let event = 1; event <= world.plan.events; event += 1) {
    if (!isCommitted(world, event) || at(world.events.row, event) === ROW.dead) continue;
    if (!isWanted(world, event)) return true;
  }
  return false;
}

function isWanted(world: World, event: number): boolean {
  for (let group = 0; group < world.plan.groups.length; group += 1) {
    if (wants(world, group, event)) return true;
  }
  return false;
}

/** I6: where a group halts a key, every committed event of its other keys was handled all the same. */
function isolated(world: World): boolean {
  for (let group = 0; group < world.plan.groups.length; group += 1) {
    if (haltsSome(world, group) && !allAccounted(world, group, true)) return false;
  }
  return true;
}

function haltsSome({ groups, plan }: World, group: number): boolean {
  for (let key = group * plan.aggregates; key < (group + 1) * plan.aggregates; key += 1) {
    if (at(groups.halted, key) > 0) return true;
  }
  return false;
}

function allAccounted(world: World, group: number, exceptHalted: boolean): boolean {
  const { groups, plan } = world;
  for (let event = 1; event <= plan.events; event += 1) {
    if (!isCommitted(world, event)) continue;
    const key = group * plan.aggregates + aggregateOf(world, event);
    if (exceptHalted && at(groups.halted, key) > 0) continue;
    if (!isAccounted(world, group, event)) return false;
  }
  return true;
}

function isCommitted({ events }: World, event: number): boolean {
  const row = at(events.row, event);
  return row !== ROW.none && row !== ROW.open && row !== ROW.rolledBack;
}

function isAccounted(world: World, group: number, event: number): boolean {
  const { groups, events, plan } = world;
  const entry = group * (plan.events + 1) + event;
  return (
    at(groups.effects, entry) > 0 ||
    at(groups.dead, entry) !== DEAD.no ||
    at(events.row, event) === ROW.dead ||
    !wants(world, group, event)
  );
}
