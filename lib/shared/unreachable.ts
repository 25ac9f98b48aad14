/** Closes an exhaustive `switch`: the compiler proves that no case is left. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
