/** A key as the dialog lists it. */
export interface ListedKey {
  /** As it is shown: `O`, or `Shift ←` for two that are held together. */
  readonly key: string;
  /** What it does. */
  readonly words: string;
  /** Keys of one group stand together, under its name. */
  readonly group: string;
}

export interface KeyGroup {
  readonly name: string;
  readonly keys: readonly ListedKey[];
}

/** The groups in the order in which each is first named, with their keys in theirs. */
export function groupsOf(keys: readonly ListedKey[]): readonly KeyGroup[] {
  const names = [...new Set(keys.map(({ group }) => group))];
  return names.map((name) => ({ name, keys: keys.filter(({ group }) => group === name) }));
}
