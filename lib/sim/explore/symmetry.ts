// Relays that are alike can change places without anyone noticing, and so can members of a group, and sessions of the service.
// Of all the worlds that differ only in that, one stands for the others.
import { at, type Column } from '../columns';
import type { World } from '../world';

/** Columns of several that are alike, each with so many cells for one of them. */
interface Alike {
  readonly columns: readonly Column[];
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Puts those that are alike into a fixed order, in place. */
export function createSorter(world: World): () => void {
  const { sessions, relays, members, broker, plan } = world;
  const own = broker.own as { readonly members?: object };
  const memberColumns = [...columnsOf(members), ...columnsOf(own.members ?? {})];
  const tables: Alike[] = [
    { columns: columnsOf(sessions), from: 0, to: plan.sessions, count: plan.sessions },
    { columns: columnsOf(relays), from: 0, to: plan.relays, count: plan.relays },
    ...plan.groups.map(({ from, to }) => ({ columns: memberColumns, from, to, count: plan.members.length })),
  ].filter(({ from, to }) => to - from > 1);
  return () => {
    for (const table of tables) sort(table);
  };
}

const columnsOf = (columns: object): readonly Column[] =>
  Object.values(columns).filter((column: Column) => column.length > 0);

/** By insertion: there are two or three, and mostly in order. */
function sort(table: Alike): void {
  for (let next = table.from + 1; next < table.to; next += 1) {
    for (let place = next; place > table.from && compare(table, place - 1, place) > 0; place -= 1) {
      swap(table, place - 1, place);
    }
  }
}

function compare({ columns, count }: Alike, one: number, other: number): number {
  for (const column of columns) {
    const width = column.length / count;
    for (let cell = 0; cell < width; cell += 1) {
      const difference = at(column, one * width + cell) - at(column, other * width + cell);
      if (difference !== 0) return difference;
    }
  }
  return 0;
}

function swap({ columns, count }: Alike, one: number, other: number): void {
  for (const column of columns) {
    const width = column.length / count;
    for (let cell = 0; cell < width; cell += 1) {
      const kept = at(column, one * width + cell);
      column[one * width + cell] = at(column, other * width + cell);
      column[other * width + cell] = kept;
    }
  }
}
