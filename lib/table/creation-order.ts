// Tables in an order in which they can be made: each after those that its foreign keys refer to.

interface Linked {
  readonly table: string;
  readonly refersTo: readonly string[];
}

/** The tables of the first circle, in its order; empty where there is none. A table may refer to itself. */
export function circleIn(tables: readonly Linked[]): readonly string[] {
  const linked = new Map(tables.map(({ table, refersTo }) => [table, refersTo]));
  const done = new Set<string>();
  const walk = (table: string, path: readonly string[]): readonly string[] => {
    if (path.includes(table)) return path.slice(path.indexOf(table));
    if (done.has(table)) return [];
    for (const other of linked.get(table) ?? []) {
      const circle = other === table ? [] : walk(other, [...path, table]);
      if (circle.length > 0) return circle;
    }
    done.add(table);
    return [];
  };
  for (const { table } of tables) {
    const circle = walk(table, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

/** Each after those that it refers to, otherwise as they stand; those of a circle as they come. */
export function inCreationOrder<Table extends Linked>(tables: readonly Table[]): readonly Table[] {
  const ordered: Table[] = [];
  const begun = new Set<string>();
  const take = (table: Table): void => {
    if (begun.has(table.table)) return;
    begun.add(table.table);
    for (const other of tables) if (table.refersTo.includes(other.table)) take(other);
    ordered.push(table);
  };
  for (const table of tables) take(table);
  return ordered;
}
