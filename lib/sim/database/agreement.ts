// Whether a database holds what the model says, and if not, where.
import { at } from '../columns';
import type { Event } from '../event';
import { entryOf } from '../group';
import { eventOf } from '../tell/minted';
import { DEAD, ROW, type World } from '../world';
import { pollDisagrees } from './poll-agreement';
import { type Recorded, TABLES, type Table } from './recorded';
import { rowsDisagree } from './row-agreement';

/** Where the database does not hold what the model says, in a sentence; null where they agree. */
export function disagreement(world: World, record: Recorded): string | null {
  if (record.error !== null) return `PostgreSQL refused: ${record.error}`;
  return (
    rowsDisagree(world, record.rows) ??
    contentsDisagree(world, record.contents) ??
    pollDisagrees(world, record)
  );
}

function contentsDisagree(world: World, contents: Recorded['contents']): string | null {
  const expected = contentsOf(world);
  for (const table of TABLES) {
    const says = [...expected[table]].sort();
    const has = [...(contents[table] ?? [])].sort();
    if (says.length !== has.length)
      return `The model expects ${says.length} ${says.length === 1 ? 'row' : 'rows'} in ${table}; PostgreSQL has ${has.length}.`;
    const wrong = says.findIndex((row, index) => row !== has[index]);
    if (wrong !== -1) return `The model expects ${says[wrong]} in ${table}; PostgreSQL has ${has[wrong]}.`;
  }
  return null;
}

/** Every row of the other tables, in the words of `recorded.ts`. */
const contentsOf = (world: World): { readonly [Name in Table]: readonly string[] } => ({
  orders: ordersOf(world),
  handled_events: eachEntry(world, (entry, { id }, name) =>
    at(world.groups.inbox, entry) === 1 ? [`${id} by ${name}`] : [],
  ),
  parcels: effectsOf(world).filter((effect) => isParcel(effect)),
  effects: effectsOf(world).filter((effect) => !isParcel(effect)),
  dead_letters: eachEntry(world, (entry, { id }, name) => {
    const fate = at(world.groups.dead, entry);
    return fate === DEAD.no ? [] : [`${id} by ${name}, ${fate === DEAD.dead ? 'dead' : 'parked'}`];
  }),
});

const isParcel = (effect: string): boolean => effect.endsWith(' by shipping');

const effectsOf = (world: World): readonly string[] =>
  eachEntry(world, (entry, { order }, name) =>
    Array.from({ length: at(world.groups.effects, entry) }, () => `${order} by ${name}`),
  );

/** What is to be said of each event that a group has had to do with. */
function eachEntry(
  world: World,
  say: (entry: number, event: Event, group: string) => readonly string[],
): readonly string[] {
  const { groups, plan } = world;
  const found: string[] = [];
  for (const { settings, index } of plan.groups) {
    for (let number = 1; number <= plan.events; number += 1) {
      const entry = entryOf(world, index, number);
      if (at(groups.effects, entry) + at(groups.dead, entry) + at(groups.inbox, entry) === 0) continue;
      found.push(...say(entry, eventOf(plan.scenario, number), settings.name));
    }
  }
  return found;
}

/** An order stands at the highest version that is committed. */
function ordersOf({ events, plan }: World): string[] {
  const versions = new Map<string, number>();
  for (let number = 1; number <= plan.events; number += 1) {
    const row = at(events.row, number);
    if (row === ROW.none || row === ROW.open || row === ROW.rolledBack) continue;
    const { order } = eventOf(plan.scenario, number);
    versions.set(order, Math.max(versions.get(order) ?? 0, at(events.version, number)));
  }
  return [...versions].map(([order, version]) => `${order} at version ${version}`);
}
