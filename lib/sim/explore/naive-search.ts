// The plain checker: the same rules, searched in the plainest way, so that it can be trusted at sight.
// The real exploration is held against it: in its verdicts by tests, in its speed by figures.

import type { Action } from '../actions';
import type { Column } from '../columns';
import { planOf } from '../plan';
import { wants } from '../routing';
import { apply, enabled, isThreat } from '../rules';
import type { Invariant, Scenario } from '../scenario/scenario';
import { aggregateOf, begin, copy, DEAD, ROW, type World } from '../world';

export interface NaiveExploration {
  /** `cut`: there were more states than the budget has. */
  readonly verdict: 'holds' | 'broken' | 'cut';
  readonly invariant: Invariant | null;
  readonly depth: number;
  readonly states: number;
  readonly rests: number;
  /** The actions of a shortest way to the broken state; null if there is none. */
  readonly path: readonly Action[] | null;
}

type Next = (world: World) => readonly Action[];

interface Seen {
  readonly world: World;
  readonly parent: Seen | null;
  readonly action: Action | null;
}

/** Searches level by level until one has a broken state, or until nothing new is found. `next` says what may follow. */
export function exploreNaively(scenario: Scenario, next: Next = enabled): NaiveExploration {
  const first: Seen = { world: begin(planOf(scenario, false)), parent: null, action: null };
  const known = new Set([keyOf(first.world)]);
  let level: readonly Seen[] = [first];
  let rests = 0;
  for (let depth = 0; ; depth += 1) {
    const states = known.size;
    rests += level.filter(({ world }) => brokenSoFar(world).length === 0 && isResting(world)).length;
    const broken = findBroken(level);
    if (broken !== null) return { verdict: 'broken', ...broken, depth, states, rests };
    const reached = following(level, known, scenario.budgets.states, next);
    const nothing = { invariant: null, depth, rests, path: null };
    if (known.size > scenario.budgets.states) {
      return { verdict: 'cut', ...nothing, states: scenario.budgets.states };
    }
    if (reached.length === 0) return { verdict: 'holds', ...nothing, states };
    level = reached;
  }
}

/** The next level, or as much of it as there is room for. */
function following(level: readonly Seen[], known: Set<string>, room: number, next: Next): readonly Seen[] {
  const reached: Seen[] = [];
  for (const seen of level) if (known.size <= room) reached.push(...followers(seen, known, next));
  return reached;
}

/** States that nobody has seen before, one action after this one. */
function followers(seen: Seen, known: Set<string>, next: Next): readonly Seen[] {
  const found: Seen[] = [];
  for (const action of next(seen.world)) {
    const world = copy(seen.world);
    apply(world, action);
    const key = keyOf(world);
    if (known.has(key)) continue;
    known.add(key);
    found.push({ world, parent: seen, action });
  }
  return found;
}

function findBroken(level: readonly Seen[]) {
  const all = level.flatMap((seen) => failuresOf(seen.world).map((invariant) => ({ invariant, seen })));
  const [worst] = all.sort((one, other) => one.invariant.localeCompare(other.invariant));
  return worst === undefined ? null : { invariant: worst.invariant, path: pathTo(worst.seen) };
}

const pathTo = ({ parent, action }: Seen): readonly Action[] =>
  parent === null || action === null ? [] : [...pathTo(parent), action];

const isResting = (world: World): boolean => enabled(world).every(isThreat);

/** Everything that does not hold in this state. */
function failuresOf(world: World): readonly Invariant[] {
  const broken = brokenSoFar(world);
  if (broken.length > 0 || !isResting(world)) return broken;
  const { invariants } = world.plan.scenario;
  const lost = lostEvents(world);
  const isLost = lost.length > 0 || droppedEvents(world).length > 0;
  const isHeldUp = lost.some(({ isHalted, besideHalted }) => !isHalted && besideHalted);
  return invariants.filter((one) => (one === 'I2' && isLost) || (one === 'I6' && isHeldUp));
}

const ALL: readonly Invariant[] = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6'];

const brokenSoFar = ({ broken }: World): readonly Invariant[] =>
  ALL.filter((_, bit) => ((broken.invariants[0] ?? 0) >> bit) % 2 === 1);

/** Committed events that a consumer wants, has not handled, and does not keep among its dead letters. */
function lostEvents(world: World) {
  const { plan, events, groups } = world;
  return plan.groups.flatMap(({ index }) =>
    Array.from({ length: plan.events }, (_, place) => place + 1)
      .filter((event) => {
        const entry = index * (plan.events + 1) + event;
        const isCommitted = [ROW.pending, ROW.dispatched].some((row) => row === events.row[event]);
        const isHandled = groups.effects[entry] !== 0 || groups.dead[entry] !== DEAD.no;
        return isCommitted && !isHandled && wants(world, index, event);
      })
      .map((event) => {
        const halted = Array.from(groups.halted).slice(
          index * plan.aggregates,
          (index + 1) * plan.aggregates,
        );
        return {
          isHalted: halted[aggregateOf(world, event)] !== 0,
          besideHalted: halted.some((key) => key !== 0),
        };
      }),
  );
}

/** RabbitMQ alone: committed events that are bound for no queue, and that no relay has set aside as dead. */
const droppedEvents = (world: World): readonly number[] =>
  Array.from({ length: world.plan.events }, (_, place) => place + 1).filter(
    (event) =>
      world.plan.scenario.broker.kind === 'rabbitmq' &&
      [ROW.pending, ROW.dispatched].some((row) => row === world.events.row[event]) &&
      world.plan.groups.every(({ index }) => !wants(world, index, event)),
  );

/** What is no part of a state. */
const APART = [
  'plan',
  'now',
  'random',
  'steps',
  'stamped',
  'recorder',
  'state',
  'notes',
  'times',
  'memories',
];

/** All that decides the future, as text; those who are alike stand in the order of their texts. */
function keyOf(world: World): string {
  const { sessions, relays, members, broker, plan, ...rest } = world;
  const own = broker.own as { readonly members?: Tree };
  const apart = Object.entries(rest).filter(([name]) => !APART.includes(name));
  const hands = each(plan.members.length, { ...members, ...own.members });
  return JSON.stringify({
    ...Object.fromEntries(apart.map(([name, columns]) => [name, plain(columns as Tree)])),
    broker: plain({ ...broker, own: { ...own, members: {} } } as unknown as Tree),
    sessions: each(plan.sessions, sessions as Tree).sort(),
    relays: each(plan.relays, relays as Tree).sort(),
    members: plan.groups.map(({ from, to }) => hands.slice(from, to).sort()),
  });
}

interface Tree {
  readonly [name: string]: Column | Tree;
}

const isColumn = (part: Column | Tree): part is Column => ArrayBuffer.isView(part);

const plain = (tree: Tree): unknown =>
  Object.entries(tree).map(([name, part]) => [name, isColumn(part) ? Array.from(part) : plain(part)]);

/** What belongs to each of several, as one text. */
const each = (count: number, columns: Tree): string[] =>
  Array.from({ length: count }, (_, index) =>
    JSON.stringify(
      Object.entries(columns).map(([name, column]) => {
        const width = (column.length as number) / count;
        return [name, Array.from((column as Column).subarray(index * width, (index + 1) * width))];
      }),
    ),
  );
