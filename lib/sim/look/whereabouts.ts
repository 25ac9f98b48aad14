// Where an event of interest is: had by every group that wants it, still carried by a message, or nowhere.
import { at, type Column } from '../columns';
import { entryOf } from '../group';
import { isKnown } from '../inbox';
import { eventOf } from '../message';
import { messageAt, type Queues } from '../queue';
import { wants } from '../routing';
import { DEAD, type World } from '../world';

export type Whereabouts = 'had' | 'had-twice' | 'dead' | 'carried' | 'unwanted' | 'nowhere';

/** Where each of a few events is that the broker was sent. */
export function whereaboutsOf(world: World, events: readonly number[]): ReadonlyMap<number, Whereabouts> {
  const found = new Map(events.map((event) => [event, standing(world, event)] as const));
  const open = new Set(events.filter((event) => found.get(event) === 'nowhere'));
  if (open.size > 0) for (const event of carried(world, open)) found.set(event, 'carried');
  return found;
}

function standing(world: World, event: number): Whereabouts {
  const { groups, plan } = world;
  const wanting = plan.groups.filter(({ index }) => wants(world, index, event));
  if (wanting.length === 0) return 'unwanted';
  const entries = wanting.map(({ index }) => ({ index, entry: entryOf(world, index, event) }));
  if (entries.some(({ entry }) => at(groups.dead, entry) === DEAD.dead)) return 'dead';
  if (entries.some(({ entry }) => at(groups.dead, entry) === DEAD.parked)) return 'carried';
  if (entries.some(({ entry }) => at(groups.effects, entry) > 1)) return 'had-twice';
  const isHad = entries.every(
    ({ index, entry }) => at(groups.effects, entry) > 0 || isKnown(world, index, event),
  );
  return isHad ? 'had' : 'nowhere';
}

/** Those of some events that a message carries: in a queue, in somebody's list, or in hand. */
function carried({ members, broker }: World, events: ReadonlySet<number>): ReadonlySet<number> {
  const there = new Set<number>();
  const see = (message: number) => {
    if (message > 0 && events.has(eventOf(message))) there.add(eventOf(message));
  };
  for (const message of members.hand) see(message);
  const own = broker.own as Partial<Queues> & {
    readonly members?: Partial<Queues> & { readonly waiting?: Column };
  };
  for (const queues of [own, own.members]) if (queues !== undefined && isQueues(queues)) eachIn(queues, see);
  for (const message of own.members?.waiting ?? []) see(message);
  return there;
}

const isQueues = (own: Partial<Queues>): own is Queues =>
  own.cells !== undefined && own.head !== undefined && own.length !== undefined;

function eachIn(queues: Queues, see: (message: number) => void): void {
  for (let queue = 0; queue < queues.length.length; queue += 1) {
    for (let index = 0; index < at(queues.length, queue); index += 1) see(messageAt(queues, queue, index));
  }
}
