// Which element of a list shows which of its items, so that those which come can take the place of those which went.

/** By an item's key, the number of its element. */
export type Slots = ReadonlyMap<string, number>;

/**
 * What stays keeps its element. What comes takes one that has become free, the first of those first, or else a new one:
 * to write other words into an element costs a fraction of making it. `anew`: what comes takes new ones only.
 */
export function slotsOf(before: Slots, keys: readonly string[], anew = false): Slots {
  const staying = new Set(keys.filter((key) => before.has(key)));
  const free = anew ? [] : [...before].filter(([key]) => !staying.has(key)).map(([, slot]) => slot);
  let next = Math.max(-1, ...before.values()) + 1;
  const slotFor = (key: string): number => {
    const known = before.get(key) ?? free.shift();
    if (known !== undefined) return known;
    next += 1;
    return next - 1;
  };
  return new Map(keys.map((key) => [key, slotFor(key)]));
}
